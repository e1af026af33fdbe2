package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 逐处扣分 — the full points less {@code perFault} for each fault found, never below 0.
 *
 * <p>Faults are counted over all check items of the requirement: one fault costs the same under whichever item it was
 * found. After the clamp every counted fault carries an equal part.
 *
 * @param required how many there should be; then what is counted is what is there, and each missing one is a fault
 */
public record Deduct(Points perFault, @Nullable Integer required) implements ScoringRule {

    public Deduct {
        if (perFault.nanos() <= 0) {
            throw new RuleViolation("scoring.deduct.positive", "逐处扣分的每处扣分值必须大于 0。");
        }
    }

    public Deduct(Points perFault) {
        this(perFault, null);
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        long[] faults = new long[observations.size()];
        long count = 0;
        for (int i = 0; i < faults.length; i++) {
            faults[i] = faults(observations.get(i));
            count += faults[i];
        }
        return Judgement.of(ratio(requirement, BigInteger.valueOf(count)), observations, faults);
    }

    private long faults(ObservationFacts observation) {
        Integer there = observation.count();
        return required == null || there == null ? observation.faults() : Math.max(0, required - there);
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        EnteredFact.Figure figure = facts.figure();
        if (figure == null || figure.value() == null) {
            return null;
        }
        BigDecimal faults =
                required == null ? figure.value() : BigDecimal.valueOf(required).subtract(figure.value());
        BigInteger count =
                faults.max(BigDecimal.ZERO).setScale(0, RoundingMode.CEILING).toBigInteger();
        return new FactJudgement(ratio(requirement, count), List.of(figure));
    }

    private Fraction ratio(Requirement requirement, BigInteger count) {
        long full = requirement.full().nanos();
        if (full == 0) {
            return Fraction.FULL;
        }
        // more faults than this lose everything anyway; stops an absurd count from overflowing
        long taken = count.compareTo(BigInteger.valueOf(full / perFault.nanos())) > 0
                ? full
                : count.longValueExact() * perFault.nanos();
        return Fraction.of(full - taken, full);
    }

    @Override
    public String sentence() {
        String each = perFault.exact().stripTrailingZeros().toPlainString();
        return required == null ? "每发现一处扣 " + each + " 分，扣完为止" : "应有 " + required + " 处，每缺一处扣 " + each + " 分，扣完为止";
    }
}
