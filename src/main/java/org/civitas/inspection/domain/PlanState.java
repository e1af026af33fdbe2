package org.civitas.inspection.domain;

/** 计划状态 — where an inspection plan stands. */
public enum PlanState {
    DRAFT("草稿"),
    DRAWN("已抽取"),
    UNDER_WAY("进行中"),
    FINISHED("已结束"),
    WITHDRAWN("已撤回");

    private final String label;

    PlanState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
