package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * 比值 — an exact share between 0 and 1, not yet rounded.
 *
 * <p>Kept in longs; only where a common denominator does not fit into one, in big integers.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final long ONE = 1_000_000_000L;
    public static final Fraction ZERO = new Fraction(0, 1, null);
    public static final Fraction FULL = new Fraction(1, 1, null);

    private record Big(BigInteger numerator, BigInteger denominator) {}

    private final long numerator;
    private final long denominator;
    private final @Nullable Big big;

    private Fraction(long numerator, long denominator, @Nullable Big big) {
        if (big == null && (numerator < 0 || numerator > denominator || denominator <= 0)) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = big;
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(numerator, denominator, null);
    }

    static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() < 0 || numerator.compareTo(denominator) > 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
        return denominator.bitLength() < Long.SIZE
                ? of(numerator.longValueExact(), denominator.longValueExact())
                : new Fraction(0, 1, new Big(numerator, denominator));
    }

    /** A ratio that was given in integers of 10⁻⁹. */
    public static Fraction ofNanos(long nanos) {
        return nanos == ONE ? FULL : nanos == 0 ? ZERO : of(nanos, ONE);
    }

    /** {@code part / whole}, held between 0 and 1; {@code whole} is positive. */
    public static Fraction held(BigDecimal part, BigDecimal whole) {
        if (part.signum() <= 0) {
            return ZERO;
        }
        if (part.compareTo(whole) >= 0) {
            return FULL;
        }
        int scale = Math.max(0, Math.max(part.scale(), whole.scale()));
        return of(part.setScale(scale).unscaledValue(), whole.setScale(scale).unscaledValue());
    }

    /** The mean; exact. */
    public static Fraction mean(Fraction... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        try {
            return meanOfLongs(parts);
        } catch (ArithmeticException doesNotFit) {
            return meanOfBig(parts);
        }
    }

    private static Fraction meanOfLongs(Fraction[] parts) {
        long numerator = 0;
        long denominator = 1;
        for (Fraction part : parts) {
            if (part.big != null) {
                throw new ArithmeticException();
            }
            if (part.denominator == denominator) {
                numerator = Math.addExact(numerator, part.numerator);
            } else {
                long common = Math.multiplyExact(denominator / gcd(denominator, part.denominator), part.denominator);
                numerator = Math.addExact(
                        Math.multiplyExact(numerator, common / denominator),
                        Math.multiplyExact(part.numerator, common / part.denominator));
                denominator = common;
            }
        }
        return of(numerator, Math.multiplyExact(denominator, (long) parts.length));
    }

    private static Fraction meanOfBig(Fraction[] parts) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Fraction part : parts) {
            Big own = part.asBig();
            BigInteger common = leastCommon(denominator, own.denominator);
            numerator = numerator
                    .multiply(common.divide(denominator))
                    .add(own.numerator.multiply(common.divide(own.denominator)));
            denominator = common;
        }
        return of(numerator, denominator.multiply(BigInteger.valueOf(parts.length)));
    }

    private Big asBig() {
        return big != null ? big : new Big(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    static BigInteger leastCommon(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /** The one rounding of a ratio: HALF_UP to an integer of 10⁻⁹. */
    public long rounded() {
        if (big == null && denominator % ONE == 0) {
            return Apportionment.halfUp(numerator, denominator / ONE);
        }
        if (big == null && numerator <= Long.MAX_VALUE / ONE) {
            return Apportionment.halfUp(numerator * ONE, denominator);
        }
        Big own = asBig();
        return Apportionment.halfUp(BigInteger.valueOf(ONE).multiply(own.numerator), own.denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        if (big != null || other.big != null) {
            Big own = asBig();
            Big its = other.asBig();
            return own.numerator.multiply(its.denominator).compareTo(its.numerator.multiply(own.denominator));
        }
        int high = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return high != 0 ? high : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(rounded());
    }

    @Override
    public String toString() {
        Big own = asBig();
        return own.numerator + "/" + own.denominator;
    }
}
