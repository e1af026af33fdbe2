package org.civitas.platform.xlsx;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 错误行 — gives faulty rows back as they stood, with their row number and what is wrong, ready to be mended and uploaded again. */
final class FaultyRowsWriter implements AutoCloseable {

    private final SheetWriter<SheetRow> sheet;

    FaultyRowsWriter(SheetForm form, OutputStream out) {
        List<ExportColumn<SheetRow>> columns = new ArrayList<>();
        for (Column<?> column : form.columns()) {
            columns.add(ExportColumn.text(column.header(), row -> row.text(column)));
        }
        columns.add(ExportColumn.number(WorkbookReader.ROW_COLUMN, SheetRow::number));
        columns.add(ExportColumn.<SheetRow>text(WorkbookReader.FAULT_COLUMN, FaultyRowsWriter::explained)
                .wide(60));
        this.sheet = SheetWriter.open(out, form.sheetName(), columns);
    }

    void add(SheetRow row) {
        sheet.add(row);
    }

    private static String explained(SheetRow row) {
        return row.faults().stream().map(CellFault::message).distinct().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        sheet.close();
    }
}
