package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** 检查项读数 — combines the check items of one reading: each item is the mean of its observations, then mean or worst. */
final class ItemReadings {

    private static final long LARGEST_SCALE = 1_000_000;

    private ItemReadings() {}

    /** @param ratio ratio of one observation in integers of 10⁻⁹ */
    static Judgement combine(
            Requirement requirement, List<ObservationFacts> observations, ToLongFunction<ObservationFacts> ratio) {
        Map<String, long[]> sums = new LinkedHashMap<>(); // item → sum of ratios, number of observations
        for (ObservationFacts observation : observations) {
            long[] sum = sums.computeIfAbsent(observation.itemCode(), code -> new long[2]);
            sum[0] += ratio.applyAsLong(observation);
            sum[1]++;
        }
        Fraction[] items = sums.values().stream()
                .map(sum -> Fraction.of(sum[0], sum[1] * Fraction.ONE))
                .toArray(Fraction[]::new);
        return switch (requirement.combination()) {
            case MEAN -> Judgement.of(Fraction.mean(items), observations, shares(observations, sums, ratio));
            case WORST -> worst(observations, sums, items, ratio);
        };
    }

    private static long[] shares(
            List<ObservationFacts> observations, Map<String, long[]> sums, ToLongFunction<ObservationFacts> ratio) {
        long scale = commonMultiple(sums);
        return observations.stream()
                .mapToLong(o -> (Fraction.ONE - ratio.applyAsLong(o))
                        * scale
                        / Objects.requireNonNull(sums.get(o.itemCode()))[1])
                .toArray();
    }

    /** Only the worst item carries; several equally bad items carry equally. */
    private static Judgement worst(
            List<ObservationFacts> observations,
            Map<String, long[]> sums,
            Fraction[] items,
            ToLongFunction<ObservationFacts> ratio) {
        Fraction lowest = items[0];
        for (Fraction item : items) {
            lowest = item.compareTo(lowest) < 0 ? item : lowest;
        }
        long scale = commonMultiple(sums);
        long[] deficits = new long[observations.size()];
        for (int i = 0; i < deficits.length; i++) {
            ObservationFacts observation = observations.get(i);
            long[] sum = Objects.requireNonNull(sums.get(observation.itemCode()));
            if (Fraction.of(sum[0], sum[1] * Fraction.ONE).compareTo(lowest) == 0) {
                deficits[i] = (Fraction.ONE - ratio.applyAsLong(observation)) * scale / sum[1];
            }
        }
        return Judgement.of(lowest, observations, deficits);
    }

    /** Makes the shares of items with different numbers of observations whole; capped, since shares are only weights. */
    private static long commonMultiple(Map<String, long[]> sums) {
        long multiple = 1;
        for (long[] sum : sums.values()) {
            multiple = Fraction.leastCommon(BigInteger.valueOf(multiple), BigInteger.valueOf(sum[1]))
                    .longValue();
            if (multiple > LARGEST_SCALE) {
                return LARGEST_SCALE;
            }
        }
        return multiple;
    }
}
