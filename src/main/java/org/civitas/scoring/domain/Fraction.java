package org.civitas.scoring.domain;

import java.math.BigInteger;

/** 比值 — an exact share between 0 and 1, not yet rounded; {@code denominator} is positive. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final long ONE = 1_000_000_000L;
    public static final Fraction ZERO = of(0, 1);
    public static final Fraction FULL = of(1, 1);

    public Fraction {
        if (numerator.signum() < 0 || numerator.compareTo(denominator) > 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A ratio that was given in integers of 10⁻⁹. */
    public static Fraction ofNanos(long nanos) {
        return nanos == ONE ? FULL : nanos == 0 ? ZERO : of(nanos, ONE);
    }

    /** The mean; exact. */
    public static Fraction mean(Fraction... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Fraction part : parts) {
            if (part.denominator.equals(denominator)) {
                numerator = numerator.add(part.numerator);
            } else {
                BigInteger common = leastCommon(denominator, part.denominator);
                numerator = numerator
                        .multiply(common.divide(denominator))
                        .add(part.numerator.multiply(common.divide(part.denominator)));
                denominator = common;
            }
        }
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(parts.length)));
    }

    static BigInteger leastCommon(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /** The one rounding of a ratio: HALF_UP to an integer of 10⁻⁹. */
    public long rounded() {
        return Apportionment.halfUp(BigInteger.valueOf(ONE).multiply(numerator), denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
