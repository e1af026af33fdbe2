package org.civitas.inspection;

/** 督查方式 — how a plan goes to the sites; it decides when the inspected may learn of it. */
public enum PlanKind {
    COVERT("暗访"),
    OPEN("明查"),
    LOOK_BACK("回头看"),
    PATROL("日常巡查");

    private final String label;

    PlanKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Unannounced kinds may be released only after they are finished (四不两直). */
    public boolean unannounced() {
        return this == COVERT || this == LOOK_BACK;
    }
}
