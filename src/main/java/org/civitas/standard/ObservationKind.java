package org.civitas.standard;

/** 记录方式 — what an inspector records for a check item. */
public enum ObservationKind {
    /** 符合 or 不符合 */
    PASS("符合判定"),
    /** A, B, C or C#. Recorded as 符合 for A, otherwise as 不符合 with a count of unmet conditions: B 1, C 2, C# 3 */
    GRADE("等级"),
    /** how many faults were seen; 0 is 符合 */
    COUNT("计数"),
    /** one measured figure in the unit of the item; the tiers of the rule judge it */
    FIGURE("数值");

    private final String word;

    ObservationKind(String word) {
        this.word = word;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }
}
