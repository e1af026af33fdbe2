package org.civitas.site;

/** 点位状态 — only a site in use is drawn for inspections. */
public enum SiteState {
    ACTIVE("在用"),
    SUSPENDED("停用");

    private final String label;

    SiteState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
