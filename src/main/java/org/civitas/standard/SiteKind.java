package org.civitas.standard;

/** 点位类别 — where such a site is found. */
public enum SiteKind {
    PLACE("实体"),
    HOTLINE("热线"),
    VEHICLE("交通工具");

    private final String word;

    SiteKind(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }
}
