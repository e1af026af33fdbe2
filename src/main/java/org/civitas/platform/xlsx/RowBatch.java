package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** 一批导入行 — good rows that are checked together, so that a check asks the database once for all of them. */
public final class RowBatch<R> {

    private final List<SheetRow> rows;
    private final Map<SheetRow, R> accepted = new IdentityHashMap<>();

    RowBatch(List<SheetRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The rows without a fault so far, in the order of the sheet. */
    public List<SheetRow> rows() {
        return rows;
    }

    /** The different values of a column in this batch, for one question to the database. */
    public <T> Set<T> values(Column<T> column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    public void accept(SheetRow row, R record) {
        accepted.put(row, record);
    }

    /** The accepted records of rows that are still good, in the order of the sheet. */
    List<R> records() {
        List<R> records = new ArrayList<>();
        for (SheetRow row : rows) {
            R record = accepted.get(row);
            if (row.isGood() && record == null) {
                throw new IllegalStateException("row " + row.number() + " was neither accepted nor given a fault");
            }
            if (row.isGood()) {
                records.add(record);
            }
        }
        return records;
    }
}
