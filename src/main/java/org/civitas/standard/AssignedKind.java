package org.civitas.standard;

/** 分解对象类别 — of what kind a thing is for which units are named. */
public enum AssignedKind {
    REQUIREMENT("测评要求"),
    SITE_TYPE("点位类型"),
    CHECK_ITEM("检查项");

    private final String word;

    AssignedKind(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }
}
