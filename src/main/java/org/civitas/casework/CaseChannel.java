package org.civitas.casework;

/** 来源渠道 — through which a problem came to light. */
public enum CaseChannel {
    INSPECTION("督查"),
    OFFICER("工作人员"),
    CITIZEN("群众"),
    OBSERVER("文明观察员"),
    HOTLINE("热线"),
    SENSOR("传感器");

    private final String word;

    CaseChannel(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
