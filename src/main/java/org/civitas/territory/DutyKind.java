package org.civitas.territory;

/** 责任类别 — why somebody answers for a place. */
public enum DutyKind {
    COMPETENT("主管部门", DutyLine.DEPARTMENT),
    RESPONSIBLE("责任单位", DutyLine.TERRITORY),
    LEADER_COVER("包挂", DutyLine.PERSON),
    UNIT_LIAISON("包联", DutyLine.PERSON),
    SITE_HEAD("点位长", DutyLine.PERSON),
    ROAD_HEAD("路长", DutyLine.PERSON),
    POST_HEAD("岗长", DutyLine.PERSON),
    GRID_KEEPER("网格员", DutyLine.PERSON);

    private final String label;
    private final DutyLine line;

    DutyKind(String label, DutyLine line) {
        this.label = label;
        this.line = line;
    }

    public String label() {
        return label;
    }

    public DutyLine line() {
        return line;
    }
}
