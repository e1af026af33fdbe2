package org.civitas.scoring;

/** 担责线 — the two lines on which a lost point is charged; each line sums to the whole loss. */
public enum ResponsibilityLine {
    /** 条 */
    DEPARTMENT,
    /** 块 */
    TERRITORY
}
