package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.civitas.shared.RuleViolation;

/**
 * 档次表 — tiers from the best; the first that a figure satisfies gives its ratio.
 *
 * @param otherwise ratio when none is reached, in integers of 10⁻⁹
 */
public record Tiers(List<Threshold.Tier> tiers, long otherwise) {

    public Tiers {
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
    long ratioOf(BigDecimal figure) {
        for (Threshold.Tier tier : tiers) {
            if (tier.comparison().holds(figure, tier.limit())) {
                return tier.ratio();
            }
        }
        return otherwise;
    }

    /** What an observation gives that was judged without a figure: 符合 full, 不符合 as if no tier were reached. */
    long ratioOf(Verdict verdict) {
        return verdict == Verdict.FAIL ? otherwise : Fraction.ONE;
    }

    String sentence() {
        return tiers.stream()
                        .map(t -> t.comparison().sign() + " "
                                + t.limit().stripTrailingZeros().toPlainString() + " 得 " + percent(t.ratio()))
                        .collect(Collectors.joining("，"))
                + "，其余得 " + percent(otherwise);
    }

    static String percent(long ratio) {
        return BigDecimal.valueOf(ratio, 7).stripTrailingZeros().toPlainString() + "%";
    }
}
