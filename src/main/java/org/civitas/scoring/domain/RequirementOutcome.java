package org.civitas.scoring.domain;

import java.util.List;
import org.civitas.scoring.domain.RoundResult.SiteTrace;

/**
 * 要求得分 — what one requirement came to, in its own points.
 *
 * @param missing carriers of a missing condition that zeroes the whole criterion, one unsized piece each; else empty
 */
record RequirementOutcome(Tally tally, List<SiteTrace> traces, List<LossPiece> pieces, List<LossPiece> missing) {

    static RequirementOutcome unjudged(Requirement requirement) {
        return new RequirementOutcome(new Tally(0, 0, requirement.full().nanos()), List.of(), List.of(), List.of());
    }
}
