package org.civitas.scoring.domain;

import java.util.Arrays;
import java.util.List;

/**
 * 判分 — the ratio of one reading and the observations that carry what is missing from 1.
 *
 * @param deficits how much each observation carries, in any unit, in the order of the observations
 */
record Judgement(Fraction ratio, List<ObservationFacts> observations, long[] deficits) {

    /** Where a loss has no failed observation (a best grade below 1, say) all observations carry it equally. */
    static Judgement of(Fraction ratio, List<ObservationFacts> observations, long[] deficits) {
        for (long deficit : deficits) {
            if (deficit != 0) {
                return new Judgement(ratio, observations, deficits);
            }
        }
        Arrays.fill(deficits, 1);
        return new Judgement(ratio, observations, deficits);
    }

    /** Each failed observation carries the same. */
    static Judgement failed(Fraction ratio, List<ObservationFacts> observations) {
        return of(
                ratio,
                observations,
                observations.stream().mapToLong(o -> o.failed() ? 1 : 0).toArray());
    }
}
