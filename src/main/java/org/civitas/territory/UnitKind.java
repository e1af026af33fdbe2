package org.civitas.territory;

/** 条块 — the two lines of responsibility: a department answers by trade, a territory by place. */
public enum UnitKind {
    BUREAU("条"),
    TERRITORY("块");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
