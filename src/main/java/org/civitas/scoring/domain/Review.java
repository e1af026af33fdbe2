package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.civitas.scoring.domain.EnteredFact.Mark;
import org.jspecify.annotations.Nullable;

/**
 * 评审计分 — the mean of the marks over the full mark; an arbiter's mark counts alone.
 *
 * @param outOf the full mark, above 0; null where marks are points of the requirement
 * @param arbitrateAbove two marks further apart than this are not judged before an arbiter has marked; null for never
 */
public record Review(@Nullable BigDecimal outOf, @Nullable BigDecimal arbitrateAbove) implements ScoringRule {

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        List<Mark> marks = facts.marks().stream().filter(m -> m.mark() != null).toList();
        BigDecimal full = outOf == null ? requirement.full().exact() : outOf;
        if (marks.isEmpty() || full.signum() <= 0 || needsArbiter(marks)) {
            return null;
        }
        Fraction[] ratios =
                marks.stream().map(m -> Fraction.held(markOf(m), full)).toArray(Fraction[]::new);
        return new FactJudgement(Fraction.mean(ratios), List.of(marks.getFirst()));
    }

    /** Whether two marks lie too far apart for their mean to count. */
    boolean needsArbiter(List<Mark> marks) {
        return arbitrateAbove != null
                && marks.size() == 2
                && markOf(marks.getFirst())
                                .subtract(markOf(marks.getLast()))
                                .abs()
                                .compareTo(arbitrateAbove)
                        > 0;
    }

    private static BigDecimal markOf(Mark mark) {
        return mark.mark() == null ? BigDecimal.ZERO : mark.mark();
    }

    @Override
    public boolean chargesLeadUnit() {
        return true;
    }

    @Override
    public String sentence() {
        return (outOf == null ? "按本项分值评分" : "按 " + outOf.stripTrailingZeros().toPlainString() + " 分制评分")
                + "，两人取平均，有仲裁分的以仲裁分为准"
                + (arbitrateAbove == null
                        ? ""
                        : "，相差超过 " + arbitrateAbove.stripTrailingZeros().toPlainString() + " 分的须仲裁");
    }
}
