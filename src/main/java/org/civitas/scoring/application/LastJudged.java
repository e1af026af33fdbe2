package org.civitas.scoring.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.civitas.scoring.domain.EnteredFact;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.domain.forecast.FixedPart;
import org.civitas.standard.Method;

/** 最近评定 — what other methods than the visit of sites came to last, as the engine of rounds judges it. */
final class LastJudged {

    /** A survey's estimate is spread over so many equally likely values. */
    private static final int QUANTILES = 15;

    private LastJudged() {}

    static List<FixedPart> of(RoundInputs inputs) {
        Map<String, List<EnteredFact>> facts = new TreeMap<>();
        inputs.facts()
                .forEach(fact -> facts.computeIfAbsent(fact.requirementCode(), c -> new ArrayList<>())
                        .add(fact));
        List<FixedPart> parts = new ArrayList<>();
        for (Requirement requirement : inputs.edition().requirements()) {
            List<EnteredFact> own = facts.getOrDefault(requirement.code(), List.of());
            if (requirement.method() != Method.SITE && requirement.method() != Method.VETO && !own.isEmpty()) {
                add(parts, requirement, own);
            }
        }
        return parts;
    }

    private static void add(List<FixedPart> parts, Requirement requirement, List<EnteredFact> facts) {
        List<Long> got = new ArrayList<>();
        long judged = 0;
        boolean sampled = facts.stream().anyMatch(f -> f instanceof EnteredFact.Estimate e && e.samplingError() > 0);
        int quantiles = sampled ? QUANTILES : 1;
        for (int q = 0; q < quantiles; q++) {
            double away = sampled ? new NormalDistribution().inverseCumulativeProbability((q + 0.5) / quantiles) : 0;
            Tally tally =
                    judged(requirement, facts.stream().map(f -> moved(f, away)).toList());
            judged = tally.judged();
            got.add(tally.got());
        }
        if (judged > 0) {
            parts.add(new FixedPart(
                    requirement.code(),
                    requirement.criterionCode(),
                    requirement.method(),
                    judged,
                    got,
                    facts.stream()
                            .map(EnteredFact::on)
                            .max(Comparator.naturalOrder())
                            .orElse(null)));
        }
    }

    /** An estimate as it would be that many standard errors away. */
    private static EnteredFact moved(EnteredFact fact, double away) {
        return fact instanceof EnteredFact.Estimate e
                ? new EnteredFact.Estimate(
                        e.id(),
                        e.requirementCode(),
                        Math.clamp(Math.round(e.share() + away * e.samplingError()), 0, Fraction.ONE),
                        e.samplingError(),
                        e.answers(),
                        e.source())
                : fact;
    }

    private static Tally judged(Requirement requirement, List<EnteredFact> facts) {
        ScoringEdition alone =
                new ScoringEdition(new java.util.UUID(0, 1), "", List.of(), List.of(requirement), Map.of());
        return RoundScoring.compute(new RoundInputs(alone, VisitRule.LATEST, List.of(), List.of(), facts, List.of()))
                .requirements()
                .getOrDefault(requirement.code(), Tally.NOTHING);
    }
}
