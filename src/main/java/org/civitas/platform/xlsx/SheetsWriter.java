package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 多表导出 — writes a workbook of several sheets, each small enough to be held: an edition, a set of lists. */
public final class SheetsWriter implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Workbook workbook;

    private SheetsWriter(OutputStream out) {
        this.workbook = new Workbook(out, "Civitas", "1.0");
    }

    /** Begins a workbook; the stream is finished but not closed by {@link #close}. */
    public static SheetsWriter open(OutputStream out) {
        return new SheetsWriter(out);
    }

    /** A sheet with a title line and sentences below it. */
    public void words(String name, String title, List<String> sentences) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.width(0, 110);
        sheet.inlineString(0, 0, SafeText.clean(title));
        sheet.style(0, 0).bold().fontSize(14).set();
        for (int i = 0; i < sentences.size(); i++) {
            SafeText.write(sheet, i + 1, 0, sentences.get(i));
            sheet.style(i + 1, 0).wrapText(true).set();
        }
        sheet.finish();
    }

    /** A sheet with a header row and one row for each item. */
    public <T> void table(String name, List<ExportColumn<T>> columns, List<T> items) throws IOException {
        Worksheet sheet = begin(name, columns);
        for (int row = 0; row < items.size(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                write(sheet, row + 1, i, columns.get(i).value().apply(items.get(row)));
            }
        }
        sheet.finish();
    }

    /** A sheet whose rows come one after another and are not held: the heap stays flat whatever their number. */
    public <T> void rows(String name, List<ExportColumn<T>> columns, Consumer<Consumer<T>> source) throws IOException {
        Worksheet sheet = begin(name, columns);
        int[] at = {0};
        source.accept(item -> {
            at[0]++;
            for (int i = 0; i < columns.size(); i++) {
                write(sheet, at[0], i, columns.get(i).value().apply(item));
            }
            if (at[0] % FLUSH_EVERY == 0) {
                flush(sheet);
            }
        });
        sheet.finish();
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private <T> Worksheet begin(String name, List<ExportColumn<T>> columns) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(0, i, SafeText.clean(columns.get(i).header()));
            sheet.style(0, i).bold().fillColor("DCE6F2").set();
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void write(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Instant moment) {
            SafeText.write(sheet, row, column, MOMENT.format(moment.atZone(OFFICE)));
        } else if (value != null) {
            SafeText.write(sheet, row, column, value.toString());
        }
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    @Override
    public void close() {
        try {
            workbook.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
