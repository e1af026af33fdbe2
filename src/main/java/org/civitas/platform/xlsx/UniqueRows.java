package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rows that repeat what must be unique within the file. */
final class UniqueRows {

    private final List<List<Column<?>>> groups;
    private final Map<List<Object>, Integer> firstRow = new HashMap<>();

    UniqueRows(SheetForm form) {
        this.groups = form.unique();
    }

    void check(SheetRow row) {
        for (List<Column<?>> group : groups) {
            List<Object> key = new ArrayList<>();
            key.add(groups.indexOf(group));
            for (Column<?> column : group) {
                Object value = row.get(column);
                if (value != null) {
                    key.add(value);
                }
            }
            if (key.size() <= group.size()) {
                continue;
            }
            Integer first = firstRow.putIfAbsent(key, row.number());
            if (first != null) {
                String headers =
                        Words.headers(group.stream().<String>map(Column::header).toList());
                row.fault(group.getFirst(), headers + "与第 " + first + " 行重复，请删去其中一行。");
            }
        }
    }
}
