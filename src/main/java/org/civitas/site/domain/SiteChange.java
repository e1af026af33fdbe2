package org.civitas.site.domain;

/** 点位变更 — what happened to a site in the register. */
public enum SiteChange {
    CREATE("建档"),
    EDIT("修改"),
    IMPORT("导入"),
    SUSPEND("停用"),
    RESUME("恢复使用");

    private final String label;

    SiteChange(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
