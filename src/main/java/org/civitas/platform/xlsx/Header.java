package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Row;

/** Where each declared column stands. */
record Header(
        int rowNumber,
        Map<String, Integer> indexByKey,
        List<String> missing,
        List<String> unknown,
        List<String> missingRequired,
        List<String> repeated,
        int found) {

    static Header in(Row row, SheetForm form) {
        Map<String, Integer> index = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        Map<String, String> declared = new HashMap<>();
        form.columns().forEach(column -> declared.put(CellValue.headerKey(column.header()), column.header()));
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = headerText(row, i);
            String key = CellValue.headerKey(text);
            if (declared.containsKey(key)) {
                if (index.putIfAbsent(key, i) != null) {
                    repeated.add(text);
                }
            } else if (!key.isEmpty()
                    && !text.equals(WorkbookReader.FAULT_COLUMN)
                    && !text.equals(WorkbookReader.ROW_COLUMN)) {
                unknown.add(text);
            }
        }
        List<String> missing = new ArrayList<>();
        List<String> missingRequired = new ArrayList<>();
        for (Column<?> column : form.columns()) {
            if (!index.containsKey(CellValue.headerKey(column.header()))) {
                (column.isRequired() ? missingRequired : missing).add(column.header());
            }
        }
        return new Header(row.getRowNum(), index, missing, unknown, missingRequired, repeated, index.size());
    }

    private static String headerText(Row row, int index) {
        try {
            return CellValue.of(row.getCell(index)).text();
        } catch (BadCell formulaOrError) {
            return "";
        }
    }

    /** A title or a remark above the table may hold one of the words; a header holds at least two, or all there are. */
    boolean isHeader() {
        int declared = indexByKey.size() + missing.size() + missingRequired.size();
        return found >= Math.min(2, declared);
    }

    void checkComplete() {
        if (!repeated.isEmpty()) {
            throw new UnreadableWorkbook(
                    "xlsx.column-repeated", "第 " + rowNumber + " 行表头里" + Words.headers(repeated) + "出现了不止一次，请只保留一列。");
        }
        if (!missingRequired.isEmpty()) {
            throw new UnreadableWorkbook(
                    "xlsx.column-missing",
                    "第 " + rowNumber + " 行表头缺少必填列" + Words.headers(missingRequired) + "，请使用下载的模板。");
        }
    }

    /** Where each column of the form stands; looked up for every cell, so it is worked out once. */
    Map<Column<?>, Integer> places(SheetForm form) {
        Map<Column<?>, Integer> places = new IdentityHashMap<>();
        for (Column<?> column : form.columns()) {
            Integer index = indexByKey.get(CellValue.headerKey(column.header()));
            if (index != null) {
                places.put(column, index);
            }
        }
        return places;
    }
}
