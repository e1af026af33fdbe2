package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * 正负分配 — whole numbers for parts that may be above or below zero, so that they add up to a given whole number.
 *
 * <p>Each part is its exact value rounded down; what is missing goes one by one to the largest remainders, ties to the part
 * that comes first. Each result is less than 1 from its exact value as long as the given sum is the exact sum rounded.
 */
public final class SignedParts {

    private SignedParts() {}

    public static long[] of(List<BigDecimal> exact, long sum) {
        long[] parts = exact.stream()
                .mapToLong(part -> part.setScale(0, RoundingMode.FLOOR).longValueExact())
                .toArray();
        long missing = sum - LongStream.of(parts).sum();
        if (missing != 0 && parts.length == 0) {
            throw new IllegalArgumentException("nothing carries " + sum);
        }
        Comparator<Integer> largest = Comparator.comparing(
                (Integer i) -> exact.get(i).subtract(BigDecimal.valueOf(parts[i])), Comparator.reverseOrder());
        int[] order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(largest.thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int given = 0; given < Math.abs(missing); given++) {
            if (missing > 0) {
                parts[order[given % order.length]]++;
            } else {
                parts[order[order.length - 1 - given % order.length]]--;
            }
        }
        return parts;
    }
}
