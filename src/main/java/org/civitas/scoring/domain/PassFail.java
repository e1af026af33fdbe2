package org.civitas.scoring.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 符合判定 — the share of what conforms; the failed observations (elsewhere: conditions) carry the loss. */
public record PassFail() implements ScoringRule {

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return ItemReadings.combine(requirement, observations, o -> o.failed() ? 0 : Fraction.ONE);
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        List<EnteredFact.Condition> conditions = facts.conditions();
        if (conditions.isEmpty()) {
            return null;
        }
        int met = conditions.size() - MethodFacts.failed(conditions).size();
        return FactJudgement.ofConditions(Fraction.of(met, conditions.size()), conditions);
    }

    @Override
    public String sentence() {
        return "逐项判定符合或不符合，按符合的比例得分";
    }
}
