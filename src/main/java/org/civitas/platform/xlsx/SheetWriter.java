package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * 表格导出 — writes rows to an xlsx as they come; the heap stays flat whatever their number.
 *
 * <pre>{@code
 * try (var sheet = SheetWriter.open(out, "问题台账", List.of(
 *         ExportColumn.text("案件编号", CaseRow::number), ExportColumn.time("发现时间", CaseRow::foundAt)))) {
 *     cases.each(filter, sheet::add);   // a RowCallbackHandler with a fetch size
 * }
 * }</pre>
 *
 * Beyond a million rows it goes on in further sheets; nothing is cut.
 */
public final class SheetWriter<T> implements AutoCloseable {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final String title;
    private final List<ExportColumn<T>> columns;
    private final int rowsPerSheet;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    private SheetWriter(OutputStream out, String title, List<ExportColumn<T>> columns, int rowsPerSheet) {
        this.workbook = new Workbook(out, "Civitas", "1.0");
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        this.title = title.replaceAll("[\\[\\]:*?/\\\\']", "");
        this.columns = List.copyOf(columns);
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = begin(this.title);
    }

    /** Begins a workbook; the stream is finished but not closed by {@link #close}. */
    public static <T> SheetWriter<T> open(OutputStream out, String title, List<ExportColumn<T>> columns) {
        return new SheetWriter<>(out, title, columns, 1_000_000);
    }

    static <T> SheetWriter<T> open(OutputStream out, String title, List<ExportColumn<T>> columns, int rowsPerSheet) {
        return new SheetWriter<>(out, title, columns, rowsPerSheet);
    }

    public void add(T item) {
        try {
            if (row > rowsPerSheet) {
                sheet.finish();
                sheets++;
                sheet = begin(title + "（" + sheets + "）");
                row = 1;
            }
            for (int column = 0; column < columns.size(); column++) {
                write(column, columns.get(column), item);
            }
            row++;
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            sheet.finish();
            workbook.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Worksheet begin(String name) {
        Worksheet next = workbook.newWorksheet(name);
        for (int column = 0; column < columns.size(); column++) {
            next.width(column, columns.get(column).width());
            next.inlineString(0, column, SafeText.clean(columns.get(column).header()));
            next.style(0, column).bold().fillColor("DCE6F2").set();
        }
        next.freezePane(0, 1);
        return next;
    }

    private void write(int index, ExportColumn<T> column, T item) {
        Object value = column.value().apply(item);
        if (value == null) {
            return;
        }
        switch (value) {
            case Number number -> sheet.value(row, index, number);
            case LocalDate date -> sheet.value(row, index, date);
            case Instant moment -> sheet.value(row, index, LocalDateTime.ofInstant(moment, OFFICE));
            default -> SafeText.write(sheet, row, index, value.toString());
        }
        format(index, column.kind().format());
    }

    private void format(int index, @Nullable String format) {
        if (format != null) {
            sheet.style(row, index).format(format).set();
        }
    }
}
