package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * 最大余额法 — splits an integer so that the parts sum to it exactly.
 *
 * <p>Each part is its exact share rounded down; what is left over goes one by one to the largest remainders, ties to the
 * part that comes first. Callers hand the parts over in the order of their ids, so the result does not hang on the order
 * of reading. A part of weight 0 never receives anything.
 */
public final class Apportionment {

    private Apportionment() {}

    /** Parts of {@code total} (not negative) in proportion to {@code weights} (not negative, one at least positive if total is). */
    public static long[] split(long total, long[] weights) {
        long sum = 0;
        long largest = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight");
            }
            sum = Math.addExact(sum, weight);
            largest = Math.max(largest, weight);
        }
        if (total == 0) {
            return new long[weights.length];
        }
        if (total < 0 || sum == 0) {
            throw new IllegalArgumentException("nothing carries " + total);
        }
        return Math.multiplyHigh(total, largest) == 0 && total * largest >= 0
                ? splitSmall(total, weights, sum)
                : split(
                        total,
                        Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    /** The same for weights that do not fit into a long. */
    public static long[] split(long total, BigInteger[] weights) {
        if (total == 0) {
            return new long[weights.length];
        }
        BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger whole = BigInteger.valueOf(total);
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient = whole.multiply(weights[i]).divideAndRemainder(sum);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            left -= parts[i];
        }
        handOut(parts, left, Comparator.comparing((Integer i) -> remainders[i]).reversed());
        return parts;
    }

    private static long[] splitSmall(long total, long[] weights, long sum) {
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long product = total * weights[i];
            parts[i] = product / sum;
            remainders[i] = product - parts[i] * sum;
            left -= parts[i];
        }
        if (left > 0) {
            handOut(parts, remainders, (int) left);
        }
        return parts;
    }

    /** One each to the {@code left} largest remainders; of equal ones to the first. */
    private static void handOut(long[] parts, long[] remainders, int left) {
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long least = sorted[sorted.length - left];
        int ties = left;
        for (long remainder : remainders) {
            ties -= remainder > least ? 1 : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] > least || (remainders[i] == least && ties-- > 0)) {
                parts[i]++;
            }
        }
    }

    private static void handOut(long[] parts, long left, Comparator<Integer> largestFirst) {
        if (left > 0) {
            IntStream.range(0, parts.length)
                    .boxed()
                    .sorted(largestFirst.thenComparing(Comparator.naturalOrder()))
                    .limit(left)
                    .forEach(i -> parts[i]++);
        }
    }

    /** The same in longs; {@code denominator} is positive. */
    static long halfUp(long numerator, long denominator) {
        long quotient = numerator / denominator;
        long rest = numerator - quotient * denominator;
        return rest >= denominator - rest ? quotient + 1 : quotient;
    }

    /** Quotient of two numbers that are not negative, HALF_UP. */
    static long halfUp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] quotient = numerator.divideAndRemainder(denominator);
        boolean up = quotient[1].shiftLeft(1).compareTo(denominator) >= 0;
        return (up ? quotient[0].add(BigInteger.ONE) : quotient[0]).longValueExact();
    }
}
