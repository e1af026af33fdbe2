package org.civitas.standard;

/** 体系状态 — an edition is written, then used and locked, then retired. */
public enum EditionState {
    /** may be changed */
    DRAFT("编制中"),
    /** locked: plans and rounds rely on it */
    IN_USE("启用"),
    /** locked; kept for the rounds that used it */
    RETIRED("停用");

    private final String word;

    EditionState(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }

    public boolean locked() {
        return this != DRAFT;
    }
}
