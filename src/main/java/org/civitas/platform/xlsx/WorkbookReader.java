package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.civitas.shared.RuleViolation;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * 表格读取 — reads an uploaded xlsx row by row after a {@link SheetForm}; holds one row at a time.
 *
 * <p>Every fault of a cell is put at its row; only what makes the whole file useless is thrown.
 */
public final class WorkbookReader {

    static final String FAULT_COLUMN = "错误说明";
    static final String ROW_COLUMN = "原行号";
    private static final int HEADER_WITHIN = 20;

    private WorkbookReader() {}

    /**
     * Reads all rows that are not empty, in order.
     *
     * @throws UnreadableWorkbook when the file is not a workbook, is hostile, has no header row or lacks a required column
     */
    public static SheetShape read(Path file, SheetForm form, Consumer<SheetRow> rows) {
        try {
            WorkbookGuard.check(file);
        } catch (IOException broken) {
            throw WorkbookGuard.broken();
        }
        return readAgain(file, form, rows);
    }

    /** As {@link #read}, for a file that was read before and has not changed: it is not looked through for hostile parts. */
    static SheetShape readAgain(Path file, SheetForm form, Consumer<SheetRow> rows) {
        try (ReadableWorkbook workbook = open(file)) {
            return read(workbook, form, rows);
        } catch (IOException broken) {
            throw WorkbookGuard.broken();
        }
    }

    /** The names of the sheets that are shown, in their order. @throws UnreadableWorkbook as {@link #read} */
    public static List<String> sheetNames(Path file) {
        try {
            WorkbookGuard.check(file);
            try (ReadableWorkbook workbook = open(file)) {
                return guarded(() -> workbook.getSheets()
                        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                        .map(Sheet::getName)
                        .toList());
            }
        } catch (IOException broken) {
            throw WorkbookGuard.broken();
        }
    }

    /** Some programs write no styles; then there are no date formats either, and dates come as text. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException noStyles) {
            return guarded(() -> openPlain(file));
        }
    }

    private static ReadableWorkbook openPlain(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SheetShape read(ReadableWorkbook workbook, SheetForm form, Consumer<SheetRow> rows) {
        List<Sheet> sheets = guarded(() -> workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .sorted((a, b) -> Boolean.compare(
                        b.getName().equals(form.sheetName()), a.getName().equals(form.sheetName())))
                .toList());
        for (Sheet sheet : sheets) {
            Optional<Header> header = findHeader(sheet, form);
            if (header.isPresent()) {
                header.get().checkComplete();
                return readRows(sheet, header.get(), form, rows);
            }
        }
        throw new UnreadableWorkbook(
                "xlsx.header-missing",
                "没有找到表头：前 " + HEADER_WITHIN + " 行里应有" + Words.headers(form.headers()) + "等列，请使用下载的模板。");
    }

    private static Optional<Header> findHeader(Sheet sheet, SheetForm form) {
        try (Stream<Row> stream = stream(sheet)) {
            Iterator<Row> rows = stream.iterator();
            for (int seen = 0; seen < HEADER_WITHIN && guarded(rows::hasNext); seen++) {
                Header header = Header.in(guarded(rows::next), form);
                if (header.isHeader()) {
                    return Optional.of(header);
                }
            }
        }
        return Optional.empty();
    }

    private static SheetShape readRows(Sheet sheet, Header header, SheetForm form, Consumer<SheetRow> sink) {
        UniqueRows unique = new UniqueRows(form);
        Map<Column<?>, Integer> places = header.places(form);
        int count = 0;
        try (Stream<Row> stream = stream(sheet)) {
            Iterator<Row> rows = stream.iterator();
            while (guarded(rows::hasNext)) {
                Row raw = guarded(rows::next);
                if (raw.getRowNum() <= header.rowNumber()) {
                    continue;
                }
                SheetRow row = parse(raw, places, form);
                if (isEmpty(row, form) || (count == 0 && isExample(row, form))) {
                    continue;
                }
                if (++count > form.mostRows()) {
                    throw new UnreadableWorkbook("xlsx.too-many-rows", "表格超过 " + form.mostRows() + " 行，请拆成几个文件分别上传。");
                }
                unique.check(row);
                sink.accept(row);
            }
        }
        if (count == 0) {
            throw new UnreadableWorkbook("xlsx.no-rows", "表头下面没有数据行（示例行不导入），请填写后重新上传。");
        }
        return new SheetShape(count, header.missing(), header.unknown());
    }

    private static SheetRow parse(Row raw, Map<Column<?>, Integer> places, SheetForm form) {
        SheetRow row = new SheetRow(raw.getRowNum());
        for (Column<?> column : form.columns()) {
            Integer index = places.get(column);
            if (index == null) {
                continue;
            }
            try {
                CellValue cell = index < raw.getCellCount() ? CellValue.of(raw.getCell(index)) : CellValue.ofText("");
                row.text(column, cell.text());
                if (!cell.isBlank()) {
                    row.value(column, column.parse(cell));
                } else if (column.isRequired()) {
                    row.fault(column, "“" + column.header() + "”不能为空。");
                }
            } catch (BadCell | RuleViolation bad) {
                if (row.text(column).isEmpty()) {
                    row.text(column, rawText(raw, index));
                }
                row.fault(column, String.valueOf(bad.getMessage()));
            }
        }
        return row;
    }

    private static String rawText(Row raw, int index) {
        Cell cell = raw.getCell(index);
        String formula = cell.getFormula();
        String text = formula != null && !formula.isEmpty() ? "=" + formula : String.valueOf(cell.getRawValue());
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static Stream<Row> stream(Sheet sheet) {
        return guarded(() -> {
            try {
                return sheet.openStream();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static boolean isEmpty(SheetRow row, SheetForm form) {
        return form.columns().stream().allMatch(column -> row.text(column).isEmpty());
    }

    private static boolean isExample(SheetRow row, SheetForm form) {
        boolean anyExample =
                form.columns().stream().anyMatch(column -> !column.example().isEmpty());
        return anyExample
                && form.columns().stream().allMatch(column -> row.text(column).equals(column.example()));
    }

    /** What the reading library throws at malformed parts becomes one fault in words; our own faults pass. */
    private static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ExcelReaderException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | UncheckedIOException malformed) {
            throw WorkbookGuard.broken();
        }
    }
}
