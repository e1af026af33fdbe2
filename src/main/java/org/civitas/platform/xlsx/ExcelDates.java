package org.civitas.platform.xlsx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Dates in workbooks: Excel's own and the ways people write them. */
final class ExcelDates {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private ExcelDates() {}

    /** Whether a number with this format is shown as a date: the built-in date formats (Chinese ones too) or y, m and d in the pattern. */
    static boolean isDate(@Nullable Integer formatId, @Nullable String pattern) {
        if (formatId != null) {
            int id = formatId;
            if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
                return true;
            }
        }
        if (pattern == null) {
            return false;
        }
        String bare = pattern.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("yy") || (bare.contains("d") && bare.contains("m"));
    }

    static LocalDateTime at(Cell cell) {
        try {
            return cell.asDate();
        } catch (RuntimeException outOfRange) {
            throw new BadCell("单元格里的日期超出可用范围，请改为 2026-11-20 这样的日期。");
        }
    }

    static String shown(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));
    }

    static LocalDate date(CellValue cell) {
        if (cell.dateTime() != null) {
            return plausible(cell.dateTime().toLocalDate(), cell);
        }
        String written = cell.halfWidth();
        for (Pattern pattern : new Pattern[] {WRITTEN, EIGHT_DIGITS}) {
            Matcher matcher = pattern.matcher(written);
            if (matcher.matches()) {
                return plausible(of(matcher, cell), cell);
            }
        }
        throw notADate(cell);
    }

    private static LocalDate of(Matcher matcher, CellValue cell) {
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException noSuchDay) {
            throw notADate(cell);
        }
    }

    private static LocalDate plausible(LocalDate date, CellValue cell) {
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw notADate(cell);
        }
        return date;
    }

    private static BadCell notADate(CellValue cell) {
        return new BadCell("“" + Words.quoted(cell.text()) + "”不是有效日期，请填写 2026-11-20 这样的日期。");
    }
}
