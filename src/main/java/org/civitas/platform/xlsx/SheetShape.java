package org.civitas.platform.xlsx;

import java.util.List;

/** 表格概况 — what was found in a file: how many rows, optional columns that are missing, columns that are not known and were skipped. */
public record SheetShape(int rows, List<String> missingColumns, List<String> unknownColumns) {}
