package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 密度 — tiers on the number of occurrences per {@code per} metres, rounded HALF_UP to 10⁻⁹.
 *
 * <p>A count whose way was not measured and has no usual length can not be judged and takes no part; an observation
 * without a count goes by its verdict.
 *
 * @param walked metres that are usually walked, for a count that brings no length of its own
 */
public record Density(int per, @Nullable Integer walked, Tiers tiers) implements ScoringRule {

    public Density {
        if (per <= 0 || (walked != null && walked <= 0)) {
            throw new RuleViolation("scoring.density.length", "密度的距离必须大于 0。");
        }
    }

    @Override
    public @Nullable Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        List<ObservationFacts> known =
                observations.stream().filter(o -> !counted(o) || length(o) > 0).toList();
        return known.isEmpty() ? null : ItemReadings.combine(requirement, known, this::ratioOf);
    }

    private static boolean counted(ObservationFacts o) {
        return o.trail() != null || o.count() != null;
    }

    private int length(ObservationFacts o) {
        Trail trail = o.trail();
        return trail != null && trail.metres() > 0 ? trail.metres() : walked == null ? 0 : walked;
    }

    private long ratioOf(ObservationFacts o) {
        if (!counted(o)) {
            return tiers.ratioOf(o.verdict());
        }
        Trail trail = o.trail();
        Integer count = o.count();
        long occurrences = trail != null ? trail.occurrences().size() : count == null ? 0 : count;
        return tiers.ratioOf(
                BigDecimal.valueOf(occurrences * per).divide(BigDecimal.valueOf(length(o)), 9, RoundingMode.HALF_UP));
    }

    @Override
    public String sentence() {
        return "每 " + per + " 米的处数：" + tiers.sentence();
    }
}
