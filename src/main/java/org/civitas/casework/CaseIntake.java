package org.civitas.casework;

import java.util.UUID;

/** 问题受理入口 — where other modules hand in problems: citizens' reports, hotlines, sensors. */
public interface CaseIntake {

    /** 收件结果 — the case, and whether the problem was attached to it as 再次发现. */
    record Receipt(UUID caseId, String number, boolean seenAgain) {}

    /**
     * Takes a problem in as 待受理.
     *
     * @param requestId given again, it answers the same receipt and changes nothing
     */
    Receipt report(UUID requestId, NewCase problem);

    /** Takes a problem of an inspection in, accepted at once: 待交办. */
    Receipt find(UUID requestId, NewCase problem, String finder);
}
