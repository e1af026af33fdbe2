package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.scoring.domain.RoundResult.MethodScore;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * 方法合计 — the requirements of each method summed, and their part of the total: the same points, or with weights
 * weight · got / judged, divided once. With weights the loss of a method is split over its pieces in proportion to their
 * points, so that they sum to it exactly.
 */
final class MethodTotals {

    private final List<Requirement> requirements;
    private final RequirementOutcome[] outcomes;
    private final Map<Method, Long> weights;
    private final Map<Method, Tally> points = new EnumMap<>(Method.class);

    MethodTotals(ScoringEdition edition, RequirementOutcome[] outcomes) {
        this.requirements = edition.requirements();
        this.outcomes = outcomes;
        this.weights = edition.weights();
        for (int i = 0; i < outcomes.length; i++) {
            points.merge(requirements.get(i).method(), outcomes[i].tally(), Tally::plus);
        }
    }

    /** Every method that has points or a weight, in their order. */
    List<MethodScore> scores() {
        List<MethodScore> scores = new ArrayList<>();
        for (Method method : Method.values()) {
            Tally tally = points.getOrDefault(method, Tally.NOTHING);
            Long weight = weights.get(method);
            if (tally.full() > 0 || weight != null) {
                scores.add(new MethodScore(method, weight, tally, inTotal(tally, weight)));
            }
        }
        return scores;
    }

    private Tally inTotal(Tally tally, @Nullable Long weight) {
        if (weights.isEmpty()) {
            return tally;
        }
        if (weight == null) {
            return Tally.NOTHING;
        }
        if (tally.judged() == 0) {
            return new Tally(0, 0, weight);
        }
        long got = Apportionment.halfUp(
                BigInteger.valueOf(weight).multiply(BigInteger.valueOf(tally.got())),
                BigInteger.valueOf(tally.judged()));
        return new Tally(got, weight, weight);
    }

    /** All pieces in the order of the edition, in the unit of the total, numbered from 1. */
    List<LossPiece> pieces(List<MethodScore> scores) {
        Map<Method, long[]> converted = new EnumMap<>(Method.class);
        if (!weights.isEmpty()) {
            scores.forEach(score -> converted.put(score.method(), converted(score)));
        }
        int[] next = new int[Method.values().length];
        List<LossPiece> all = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            Method method = requirements.get(i).method();
            for (LossPiece piece : outcomes[i].pieces()) {
                long nanos = weights.isEmpty()
                        ? piece.nanos()
                        : Objects.requireNonNull(converted.get(method))[next[method.ordinal()]++];
                if (nanos > 0) {
                    all.add((nanos == piece.nanos() ? piece : piece.of(nanos)).numbered(all.size() + 1));
                }
            }
        }
        return all;
    }

    private long[] converted(MethodScore score) {
        List<LossPiece> own = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (requirements.get(i).method() == score.method()) {
                own.addAll(outcomes[i].pieces());
            }
        }
        return Apportionment.split(
                score.inTotal().loss(), own.stream().mapToLong(LossPiece::nanos).toArray());
    }
}
