package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.civitas.shared.Points;

/** 显示分值 — two places, HALF_UP, with parts that add up to the sum that stands above them. */
public final class ShownPoints {

    private static final long CENT = Points.SCALE / 100;

    private ShownPoints() {}

    /**
     * What to print for the parts of a sum (not negative, in the order of their ids), when the sum is printed HALF_UP.
     * Each printed part is less than 0.01 from its exact value.
     */
    public static BigDecimal[] ofParts(long[] nanos) {
        return ofParts(new Points(LongStream.of(nanos).reduce(0, Math::addExact)).shown(), nanos);
    }

    /** The same under a sum that is itself a printed part, so that every level of a tree adds up to the one above. */
    public static BigDecimal[] ofParts(BigDecimal shownSum, long[] nanos) {
        long[] cents = LongStream.of(nanos).map(n -> n / CENT).toArray();
        long missing = shownSum.movePointRight(2).longValueExact()
                - LongStream.of(cents).sum();
        IntStream.range(0, nanos.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(nanos[i] % CENT))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(missing)
                .forEach(i -> cents[i]++);
        return LongStream.of(cents).mapToObj(c -> BigDecimal.valueOf(c, 2)).toArray(BigDecimal[]::new);
    }
}
