package org.civitas.platform.xlsx;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 导出列 — a header, where its value comes from, and how Excel shows it. A null value leaves the cell empty. */
public record ExportColumn<T>(String header, Kind kind, double width, Function<T, ? extends @Nullable Object> value) {

    /** How a value is written. */
    enum Kind {
        TEXT(null),
        NUMBER(null),
        TWO_PLACES("0.00"),
        PERCENT("0.00%"),
        DATE("yyyy-mm-dd"),
        TIME("yyyy-mm-dd hh:mm");

        private final @Nullable String format;

        Kind(@Nullable String format) {
            this.format = format;
        }

        @Nullable
        String format() {
            return format;
        }
    }

    /** Words; also codes and phone numbers, which must not become numbers. */
    public static <T> ExportColumn<T> text(String header, Function<T, @Nullable String> value) {
        return new ExportColumn<>(header, Kind.TEXT, 18, value);
    }

    public static <T> ExportColumn<T> number(String header, Function<T, ? extends @Nullable Number> value) {
        return new ExportColumn<>(header, Kind.NUMBER, 12, value);
    }

    /** Shown with two places, as bulletins do. */
    public static <T> ExportColumn<T> points(String header, Function<T, @Nullable BigDecimal> value) {
        return new ExportColumn<>(header, Kind.TWO_PLACES, 12, value);
    }

    /** A share from 0 to 1, shown as per cent with two places. */
    public static <T> ExportColumn<T> percent(String header, Function<T, @Nullable BigDecimal> value) {
        return new ExportColumn<>(header, Kind.PERCENT, 12, value);
    }

    public static <T> ExportColumn<T> date(String header, Function<T, @Nullable LocalDate> value) {
        return new ExportColumn<>(header, Kind.DATE, 12, value);
    }

    /** A moment, written as the office's clock shows it (Asia/Shanghai). */
    public static <T> ExportColumn<T> time(String header, Function<T, @Nullable Instant> value) {
        return new ExportColumn<>(header, Kind.TIME, 17, value);
    }

    public ExportColumn<T> wide(double characters) {
        return new ExportColumn<>(header, kind, characters, value);
    }
}
