package org.civitas.scoring.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 缺项归零 — one condition missing and nothing is got; the missing conditions carry the loss in equal parts.
 *
 * @param wholeCriterion whether every requirement of the criterion falls to 0, judged or not (then it is judged: zero);
 *     else only this requirement, at a site only there
 */
public record Zeroing(boolean wholeCriterion) implements ScoringRule {

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        boolean missing = observations.stream().anyMatch(ObservationFacts::failed);
        return Judgement.failed(missing ? Fraction.ZERO : Fraction.FULL, observations);
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        List<EnteredFact.Condition> conditions = facts.conditions();
        return conditions.isEmpty()
                ? null
                : FactJudgement.ofConditions(
                        MethodFacts.failed(conditions).isEmpty() ? Fraction.FULL : Fraction.ZERO, conditions);
    }

    @Override
    public String sentence() {
        return wholeCriterion ? "有一项条件缺失，整条标准不得分" : "有一项条件缺失，本项要求（现场为该点位）不得分";
    }
}
