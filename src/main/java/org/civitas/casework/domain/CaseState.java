package org.civitas.casework.domain;

/** 案件状态 — where a case stands. */
public enum CaseState {
    REPORTED("待受理"),
    ACCEPTED("待交办"),
    DISPATCHED("待签收"),
    HANDLING("整改中"),
    SUBMITTED("待核查"),
    CLOSED("已销号"),
    DISMISSED("不予受理"),
    ANNULLED("已撤销");

    private final String word;

    CaseState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether somebody still has to do something about the problem. */
    public boolean isOpen() {
        return this != CLOSED && this != DISMISSED && this != ANNULLED;
    }
}
