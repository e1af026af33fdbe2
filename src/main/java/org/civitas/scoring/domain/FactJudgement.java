package org.civitas.scoring.domain;

import java.util.List;

/**
 * 非现场判分 — the ratio of a requirement that is not judged at sites.
 *
 * @param carriers what carries what is missing from 1, in equal parts; at least one
 */
record FactJudgement(Fraction ratio, List<? extends EnteredFact> carriers) {

    /** Of conditions: those that are not met carry; where none is, all of them. */
    static FactJudgement ofConditions(Fraction ratio, List<EnteredFact.Condition> conditions) {
        List<EnteredFact.Condition> failed = MethodFacts.failed(conditions);
        return new FactJudgement(ratio, failed.isEmpty() ? conditions : failed);
    }
}
