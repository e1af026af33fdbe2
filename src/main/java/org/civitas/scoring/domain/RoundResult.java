package org.civitas.scoring.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 测评结果 — the score of a round with its trace down to the observation.
 *
 * @param nodes tally of every node of the edition, by its code
 * @param requirements tally of every requirement, by its code
 * @param sites trace of every judged (requirement, site), in the order of requirement, site type, site
 * @param pieces the attributed losses; they sum to {@code total.loss()}
 */
public record RoundResult(
        Tally total,
        Map<String, Tally> nodes,
        Map<String, Tally> requirements,
        List<SiteTrace> sites,
        List<LossPiece> pieces,
        Coverage coverage) {

    /**
     * 点位计分 — what one site contributed to one requirement.
     *
     * <p>{@code got} and {@code loss} are its part of the requirement's points: over all sites they sum to them exactly.
     *
     * @param ratio integer of 10⁻⁹
     */
    public record SiteTrace(String requirementCode, UUID siteId, String typeCode, long ratio, long got, long loss) {}

    /** 覆盖 — sites drawn and judged, observations handed in and used by at least one requirement. */
    public record Coverage(int sitesDrawn, int sitesJudged, int observations, int observationsUsed) {}
}
