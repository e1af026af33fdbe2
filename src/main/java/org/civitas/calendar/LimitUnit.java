package org.civitas.calendar;

/** 时限单位 — what a time limit is counted in. */
public enum LimitUnit {
    NATURAL_HOURS("小时"),
    WORKING_HOURS("工作小时"),
    WORKING_DAYS("个工作日");

    private final String word;

    LimitUnit(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
