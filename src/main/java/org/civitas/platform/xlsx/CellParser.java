package org.civitas.platform.xlsx;

/** Turns what stands in a cell into a value; never called for an empty cell. */
@FunctionalInterface
public interface CellParser<T> {

    /** @throws BadCell in words, when the cell can not be taken (a {@code RuleViolation} is shown in its own words too) */
    T parse(CellValue cell);
}
