package org.civitas.casework.domain;

/** 经办角色 — in which role somebody takes a step. */
public enum CaseParty {
    REPORTER("发现人"),
    COORDINATOR("创建办"),
    LEAD_UNIT("牵头单位"),
    HOLDER("承办单位"),
    VERIFIER("核查人");

    private final String word;

    CaseParty(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
