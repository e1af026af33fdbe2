package org.civitas.standard.workbook;

/**
 * What is wrong with a workbook, at its cell.
 *
 * @param code stable code of the rule; {@code workbook.cell} where the cell itself can not be read
 * @param row as Excel counts; 0 when no row is meant
 * @param text what stands in the cell
 */
public record WorkbookFault(String code, String sheet, int row, String column, String text, String message) {}
