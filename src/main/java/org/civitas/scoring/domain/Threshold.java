package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 数值分档 — a figure reaches a tier, the tier gives the ratio. The requirement's lead unit carries the loss, if it has one.
 *
 * <p>An observation without a figure counts by its verdict: 符合 full, 不符合 as if no tier were reached.
 *
 * @param tiers from the best; the first that the figure satisfies counts
 * @param otherwise ratio when none is reached, in integers of 10⁻⁹
 */
public record Threshold(List<Tier> tiers, long otherwise) implements ScoringRule {

    /** 比较 — how a figure is held against a limit. */
    public enum Comparison {
        AT_LEAST("≥"),
        ABOVE("＞"),
        AT_MOST("≤"),
        BELOW("＜");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean holds(BigDecimal figure, BigDecimal limit) {
            int order = figure.compareTo(limit);
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case AT_MOST -> order <= 0;
                case BELOW -> order < 0;
            };
        }
    }

    /** 档次 — {@code ratio} in integers of 10⁻⁹. */
    public record Tier(Comparison comparison, BigDecimal limit, long ratio) {}

    public Threshold {
        tiers = new Tiers(tiers, otherwise).tiers();
    }

    /** The ratio of this figure in integers of 10⁻⁹. */
    public long ratioOf(BigDecimal figure) {
        return table().ratioOf(figure);
    }

    private Tiers table() {
        return new Tiers(tiers, otherwise);
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        Tiers table = table();
        return ItemReadings.combine(requirement, observations, observation -> {
            BigDecimal figure = observation.measured();
            return figure != null ? table.ratioOf(figure) : table.ratioOf(observation.verdict());
        });
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        EnteredFact.Figure figure = facts.figure();
        return figure == null || figure.value() == null
                ? null
                : new FactJudgement(Fraction.ofNanos(ratioOf(figure.value())), List.of(figure));
    }

    @Override
    public boolean chargesLeadUnit() {
        return true;
    }

    @Override
    public String sentence() {
        return table().sentence();
    }
}
