package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 问卷分档 — tiers on the weighted estimate of a question, in percent; {@code question} may be empty. */
public record Survey(String question, Tiers tiers) implements ScoringRule {

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        EnteredFact.Estimate estimate = facts.estimate();
        return estimate == null
                ? null
                : new FactJudgement(
                        Fraction.ofNanos(tiers.ratioOf(BigDecimal.valueOf(estimate.share(), 7))), List.of(estimate));
    }

    @Override
    public boolean chargesLeadUnit() {
        return true;
    }

    @Override
    public String sentence() {
        return "问卷" + (question.isEmpty() ? "" : "“" + question + "”") + "的加权结果（%）：" + tiers.sentence();
    }
}
