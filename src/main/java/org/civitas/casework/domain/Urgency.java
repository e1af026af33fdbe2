package org.civitas.casework.domain;

/** 时限颜色 — how near a case is to its deadline; always shown with its word. */
public enum Urgency {
    NORMAL("正常"),
    NEAR("临期"),
    OVERDUE("超期"),
    LONG_OVERDUE("超期3个工作日以上");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
