package org.civitas.scoring.domain;

/** 判定 — what an inspector judged: 符合, 不符合 or 不适用 (the site lacks the facility; takes no part in any mean). */
public enum Verdict {
    PASS,
    FAIL,
    NOT_APPLICABLE
}
