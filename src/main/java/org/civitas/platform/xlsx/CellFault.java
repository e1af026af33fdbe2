package org.civitas.platform.xlsx;

/**
 * 单元格错误 — what is wrong and where.
 *
 * @param row as Excel counts, the first is 1
 * @param column the header, or empty when the whole row is meant
 * @param text what stands in the cell
 * @param message a whole Chinese sentence
 */
public record CellFault(int row, String column, String text, String message) {}
