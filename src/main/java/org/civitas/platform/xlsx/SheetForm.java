package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 导入表 — the declaration of an import sheet: title, columns, what must be unique within the file, how many rows.
 *
 * <p>Immutable. Columns may stand in any order in the file, optional ones may be missing, unknown ones are named and
 * skipped.
 */
public final class SheetForm {

    private static final int USUAL_MOST_ROWS = 20_000;

    private final String title;
    private final List<Column<?>> columns;
    private final List<List<Column<?>>> unique;
    private final List<String> instructions;
    private final int mostRows;

    private SheetForm(
            String title,
            List<Column<?>> columns,
            List<List<Column<?>>> unique,
            List<String> instructions,
            int mostRows) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.unique = List.copyOf(unique);
        this.instructions = List.copyOf(instructions);
        this.mostRows = mostRows;
    }

    /** @param title what is imported, such as “点位”; names the sheet and the file of the template */
    public static SheetForm of(String title, Column<?>... columns) {
        Set<String> keys = new HashSet<>();
        for (Column<?> column : columns) {
            if (!keys.add(CellValue.headerKey(column.header()))) {
                throw new IllegalArgumentException("header declared twice: " + column.header());
            }
        }
        return new SheetForm(title, Arrays.asList(columns), List.of(), List.of(), USUAL_MOST_ROWS);
    }

    /** The values of these columns together may appear once only in the file; rows with an empty one are not compared. */
    public SheetForm unique(Column<?>... together) {
        List<List<Column<?>>> more = new ArrayList<>(unique);
        more.add(List.of(together));
        return new SheetForm(title, columns, more, instructions, mostRows);
    }

    /** A sentence that stands on the instructions sheet. */
    public SheetForm instruction(String sentence) {
        List<String> more = new ArrayList<>(instructions);
        more.add(sentence);
        return new SheetForm(title, columns, unique, more, mostRows);
    }

    public SheetForm mostRows(int rows) {
        return new SheetForm(title, columns, unique, instructions, rows);
    }

    public String title() {
        return title;
    }

    public List<Column<?>> columns() {
        return columns;
    }

    public List<String> headers() {
        return columns.stream().<String>map(Column::header).toList();
    }

    public int mostRows() {
        return mostRows;
    }

    List<List<Column<?>>> unique() {
        return unique;
    }

    List<String> instructions() {
        return instructions;
    }

    /** The name of the sheet, without the characters that Excel forbids there. */
    String sheetName() {
        String clean = title.replaceAll("[\\[\\]:*?/\\\\']", "");
        return clean.length() > 31 ? clean.substring(0, 31) : clean;
    }
}
