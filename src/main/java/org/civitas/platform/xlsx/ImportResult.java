package org.civitas.platform.xlsx;

/** 导入结果 — how many rows were written and how many were left out as faulty. */
public record ImportResult(int imported, int skipped) {}
