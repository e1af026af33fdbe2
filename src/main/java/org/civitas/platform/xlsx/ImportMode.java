package org.civitas.platform.xlsx;

/** 导入方式 — what becomes of a file with faulty rows. */
public enum ImportMode {
    /** All rows or none. */
    ALL,
    /** The good rows; the faulty ones can be fetched as a workbook. */
    GOOD_ROWS
}
