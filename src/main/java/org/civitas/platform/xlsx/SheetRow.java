package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 导入行 — one row as it was read: values by column, texts as they stood, and the faults found so far. */
public final class SheetRow {

    private final int number;
    private final Map<Column<?>, Object> values = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<CellFault> faults = new ArrayList<>(0);

    SheetRow(int number) {
        this.number = number;
    }

    void value(Column<?> column, Object value) {
        values.put(column, value);
    }

    void text(Column<?> column, String text) {
        texts.put(column.header(), text);
    }

    /** The row number as Excel shows it. */
    public int number() {
        return number;
    }

    /** The value of a column, or null when the cell is empty or could not be read. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Column<T> column) {
        return (T) values.get(column);
    }

    /** The value of a required column of a good row. */
    public <T> T need(Column<T> column) {
        T value = get(column);
        if (value == null) {
            throw new IllegalStateException("column " + column.header() + " is not required or the row is not good");
        }
        return value;
    }

    public <T> T getOr(Column<T> column, T otherwise) {
        T value = get(column);
        return value == null ? otherwise : value;
    }

    /** What stands in the cell; empty when there is nothing. */
    public String text(Column<?> column) {
        return texts.getOrDefault(column.header(), "");
    }

    /** Records what is wrong with a cell; the message is a whole Chinese sentence. */
    public void fault(Column<?> column, String message) {
        faults.add(new CellFault(number, column.header(), text(column), message));
    }

    /** Records what is wrong with the row as a whole. */
    public void fault(String message) {
        faults.add(new CellFault(number, "", "", message));
    }

    public boolean isGood() {
        return faults.isEmpty();
    }

    public List<CellFault> faults() {
        return List.copyOf(faults);
    }
}
