package org.civitas.territory;

/** 责任线 — 条 and 块 have one answer each, of those who cover a place there may be many. */
public enum DutyLine {
    DEPARTMENT,
    TERRITORY,
    PERSON
}
