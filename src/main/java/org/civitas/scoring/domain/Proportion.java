package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 完成比例 — done / required, at most 1; at a site, and where a target stands, figure / target.
 *
 * @param target above 0; null where done and required are entered together
 */
public record Proportion(@Nullable BigDecimal target) implements ScoringRule {

    public Proportion {
        if (target != null && target.signum() <= 0) {
            throw new RuleViolation("scoring.proportion.target", "完成比例的目标必须大于 0。");
        }
    }

    /** An observation without a figure counts by its verdict. */
    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return ItemReadings.combine(requirement, observations, o -> {
            BigDecimal figure = o.measured();
            if (figure != null && target != null) {
                return Fraction.held(figure, target).rounded();
            }
            return o.failed() ? 0 : Fraction.ONE;
        });
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        EnteredFact.Figure figure = facts.figure();
        if (figure == null) {
            return null;
        }
        BigDecimal part = target == null ? figure.done() : figure.value();
        BigDecimal whole = target == null ? figure.required() : target;
        return part == null || whole == null || whole.signum() <= 0
                ? null
                : new FactJudgement(Fraction.held(part, whole), List.of(figure));
    }

    @Override
    public boolean chargesLeadUnit() {
        return true;
    }

    @Override
    public String sentence() {
        return target == null
                ? "按完成数占应完成数的比例得分，最多得满分"
                : "数值达到 " + target.stripTrailingZeros().toPlainString() + " 得满分，不足的按比例得分";
    }
}
