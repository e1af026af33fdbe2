package org.civitas.standard;

/** 检查项合成 — how the check items of one site become one ratio. */
public enum Combination {
    MEAN("平均"),
    WORST("最差项");

    private final String word;

    Combination(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }
}
