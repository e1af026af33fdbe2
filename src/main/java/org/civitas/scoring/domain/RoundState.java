package org.civitas.scoring.domain;

/** 轮次状态 — of one version of a round. */
public enum RoundState {
    DRAFT("草稿"),
    COMPUTED("已计算"),
    PUBLISHED("已发布"),
    SUPERSEDED("已被更正");

    private final String label;

    RoundState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Published once: neither inputs nor figures ever change again. */
    public boolean frozen() {
        return this == PUBLISHED || this == SUPERSEDED;
    }
}
