package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.civitas.shared.RuleViolation;

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
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new RuleViolation("scoring.threshold.empty", "数值分档至少要有一档。");
        }
        if (tiers.stream().anyMatch(t -> t.ratio() < 0 || t.ratio() > Fraction.ONE)
                || otherwise < 0
                || otherwise > Fraction.ONE) {
            throw new RuleViolation("scoring.threshold.ratio", "每一档的得分比例必须在 0 到 100% 之间。");
        }
    }

    /** The ratio of this figure in integers of 10⁻⁹. */
    public long ratioOf(BigDecimal figure) {
        return tiers.stream()
                .filter(t -> t.comparison().holds(figure, t.limit()))
                .mapToLong(Tier::ratio)
                .findFirst()
                .orElse(otherwise);
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return ItemReadings.combine(requirement, observations, this::ratioOf);
    }

    private long ratioOf(ObservationFacts observation) {
        BigDecimal figure = observation.measured();
        if (figure != null) {
            return ratioOf(figure);
        }
        return observation.failed() ? otherwise : Fraction.ONE;
    }

    @Override
    public boolean chargesLeadUnit() {
        return true;
    }

    @Override
    public String sentence() {
        return tiers.stream()
                        .map(t -> t.comparison().sign + " "
                                + t.limit().stripTrailingZeros().toPlainString() + " 得 " + percent(t.ratio()))
                        .collect(Collectors.joining("，"))
                + "，其余得 " + percent(otherwise);
    }

    private static String percent(long ratio) {
        return BigDecimal.valueOf(ratio, 7).stripTrailingZeros().toPlainString() + "%";
    }
}
