package org.civitas.scoring.domain;

import java.util.List;

/** 符合判定 — the share of what conforms; the failed observations carry the loss. */
public record PassFail() implements ScoringRule {

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return ItemReadings.combine(requirement, observations, o -> o.failed() ? 0 : Fraction.ONE);
    }

    @Override
    public String sentence() {
        return "逐项判定符合或不符合，按符合的比例得分";
    }
}
