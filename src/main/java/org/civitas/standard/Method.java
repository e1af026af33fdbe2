package org.civitas.standard;

/** 测评方法 — how a requirement is judged. */
public enum Method {
    SITE("实地考察"),
    MATERIAL("材料审核"),
    SURVEY("问卷调查"),
    DATA("量化指标"),
    OPINION("征求意见"),
    VETO("负面清单");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }
}
