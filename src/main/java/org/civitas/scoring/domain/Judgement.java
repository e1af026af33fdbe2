package org.civitas.scoring.domain;

import java.util.List;
import java.util.stream.LongStream;

/**
 * 判分 — the ratio of one reading and the observations that carry what is missing from 1.
 *
 * @param deficits how much each observation carries, in any unit, in the order of the observations
 */
record Judgement(Fraction ratio, List<ObservationFacts> observations, long[] deficits) {

    /** Where a loss has no failed observation (a best grade below 1, say) all observations carry it equally. */
    static Judgement of(Fraction ratio, List<ObservationFacts> observations, long[] deficits) {
        boolean uncarried = LongStream.of(deficits).allMatch(d -> d == 0);
        return new Judgement(
                ratio,
                observations,
                uncarried ? LongStream.generate(() -> 1).limit(deficits.length).toArray() : deficits);
    }
}
