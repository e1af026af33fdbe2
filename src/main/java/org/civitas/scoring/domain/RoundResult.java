package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * 测评结果 — the score of a round with its trace down to the observation.
 *
 * @param total after weights and vetoes; in points of the edition, or where methods have weights in their unit
 * @param nodes tally of every node of the edition in its points, by its code
 * @param requirements tally of every requirement in its points, by its code
 * @param methods each method that the edition judges with
 * @param sites trace of every judged (requirement, site), in the order of requirement, site type, site
 * @param pieces the attributed losses; they sum to {@code total.loss()}
 * @param vetoes what each event of the negative list did
 */
public record RoundResult(
        Tally total,
        Map<String, Tally> nodes,
        Map<String, Tally> requirements,
        List<MethodScore> methods,
        List<SiteTrace> sites,
        List<LossPiece> pieces,
        List<VetoEffect> vetoes,
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

    /**
     * 方法得分 — what one method came to.
     *
     * @param weight its points in the total, in integers of 10⁻⁹; null where the total is the sum of the points
     * @param points in points of the edition
     * @param inTotal its part of the total, before vetoes
     */
    public record MethodScore(Method method, @Nullable Long weight, Tally points, Tally inTotal) {

        /** Has points in the edition or a weight, and nothing of it was judged. */
        public boolean missing() {
            return points.judged() == 0 && (weight != null || points.full() > 0);
        }
    }

    /**
     * 否决后果 — what an event of the negative list did to the round.
     *
     * @param taken off the total after the clamp, in integers of 10⁻⁹
     */
    public record VetoEffect(UUID eventId, String requirementCode, Veto.Consequence consequence, long taken) {}

    /** Methods of which nothing was judged; while there is one, the total is partial. */
    public List<Method> missing() {
        return methods.stream()
                .filter(MethodScore::missing)
                .map(MethodScore::method)
                .toList();
    }

    /** Whether a consequence that takes no points hangs on the round: 暂停资格, 取消资格. */
    public boolean flagged(Veto.Consequence consequence) {
        return vetoes.stream().anyMatch(v -> v.consequence() == consequence);
    }

    /**
     * Share of the points that was judged, in integers of 10⁻⁹; with weights each method counts by its weight, so that
     * a method of which little was judged does not count as covered.
     */
    public long judgedShare() {
        boolean weighted = methods.stream().anyMatch(m -> m.weight() != null);
        if (!weighted) {
            return total.coverage();
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger weights = BigInteger.ZERO;
        for (MethodScore method : methods) {
            if (method.weight() != null) {
                BigInteger weight = BigInteger.valueOf(method.weight());
                sum = sum.add(weight.multiply(BigInteger.valueOf(method.points().coverage())));
                weights = weights.add(weight);
            }
        }
        return Apportionment.halfUp(sum, weights);
    }
}
