package org.civitas.scoring.domain;

import java.util.List;
import java.util.stream.LongStream;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;

/**
 * 逐处扣分 — the full points less {@code perFault} for each fault found at the site, never below 0.
 *
 * <p>Faults are counted over all check items of the requirement: one fault costs the same under whichever item it was
 * found. After the clamp every counted fault carries an equal part.
 */
public record Deduct(Points perFault) implements ScoringRule {

    public Deduct {
        if (perFault.nanos() <= 0) {
            throw new RuleViolation("scoring.deduct.positive", "逐处扣分的每处扣分值必须大于 0。");
        }
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        long[] faults =
                observations.stream().mapToLong(ObservationFacts::faults).toArray();
        long count = LongStream.of(faults).sum();
        long full = requirement.full().nanos();
        // more faults than this lose everything anyway; stops an absurd count from overflowing
        long taken = count > full / perFault.nanos() ? full : count * perFault.nanos();
        return Judgement.of(full == 0 ? Fraction.FULL : Fraction.of(full - taken, full), observations, faults);
    }

    @Override
    public String sentence() {
        return "每发现一处扣 " + perFault.exact().stripTrailingZeros().toPlainString() + " 分，扣完为止";
    }
}
