package org.civitas.scoring.domain;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** 检查项读数 — combines the check items of one reading: each item is the mean of its observations, then mean or worst. */
final class ItemReadings {

    private static final long LARGEST_SCALE = 1_000_000;

    private final List<ObservationFacts> observations;
    /** Ratio of each observation, and the place of its item among those seen. */
    private final long[] ratios;

    private final int[] itemOf;
    private final long[] sums;
    private final long[] counts;
    private int items;

    private ItemReadings(List<ObservationFacts> observations, ToLongFunction<ObservationFacts> ratio) {
        int size = observations.size();
        this.observations = observations;
        ratios = new long[size];
        itemOf = new int[size];
        sums = new long[size];
        counts = new long[size];
        String[] codes = new String[size];
        for (int i = 0; i < size; i++) {
            ObservationFacts observation = observations.get(i);
            int item = 0;
            while (item < items && !codes[item].equals(observation.itemCode())) {
                item++;
            }
            if (item == items) {
                codes[items++] = observation.itemCode();
            }
            itemOf[i] = item;
            ratios[i] = ratio.applyAsLong(observation);
            sums[item] += ratios[i];
            counts[item]++;
        }
    }

    /** @param ratio ratio of one observation in integers of 10⁻⁹ */
    static Judgement combine(
            Requirement requirement, List<ObservationFacts> observations, ToLongFunction<ObservationFacts> ratio) {
        ItemReadings readings = new ItemReadings(observations, ratio);
        return switch (requirement.combination()) {
            case MEAN -> readings.mean();
            case WORST -> readings.worst();
        };
    }

    private Judgement mean() {
        if (items == ratios.length) {
            long sum = 0;
            for (long ratio : ratios) {
                sum += ratio;
            }
            return Judgement.of(Fraction.of(sum, items * Fraction.ONE), observations, deficits(null));
        }
        Fraction[] each = new Fraction[items];
        for (int item = 0; item < items; item++) {
            each[item] = of(item);
        }
        return Judgement.of(Fraction.mean(each), observations, deficits(null));
    }

    /** Only the worst item carries; several equally bad items carry equally. */
    private Judgement worst() {
        Fraction lowest = of(0);
        for (int item = 1; item < items; item++) {
            Fraction other = of(item);
            lowest = other.compareTo(lowest) < 0 ? other : lowest;
        }
        return Judgement.of(lowest, observations, deficits(lowest));
    }

    private Fraction of(int item) {
        return Fraction.of(sums[item], counts[item] * Fraction.ONE);
    }

    private long[] deficits(@Nullable Fraction only) {
        long scale = commonMultiple();
        long[] deficits = new long[ratios.length];
        for (int i = 0; i < deficits.length; i++) {
            if (only == null || of(itemOf[i]).compareTo(only) == 0) {
                deficits[i] = (Fraction.ONE - ratios[i]) * scale / counts[itemOf[i]];
            }
        }
        return deficits;
    }

    /** Makes the shares of items with different numbers of observations whole; capped, since shares are only weights. */
    private long commonMultiple() {
        long multiple = 1;
        for (int item = 0; item < items; item++) {
            multiple = multiple / Fraction.gcd(multiple, counts[item]) * counts[item];
            if (multiple > LARGEST_SCALE) {
                return LARGEST_SCALE;
            }
        }
        return multiple;
    }
}
