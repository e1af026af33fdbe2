package org.civitas.bulletin.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 实测值 — an indicator of one subject with both its numbers; the denominator is above zero. */
public record Measure(BigDecimal numerator, BigDecimal denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Measure {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException(numerator + " / " + denominator);
        }
    }

    public static Measure of(long numerator, long denominator) {
        return new Measure(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    /** Per cent with two places, HALF_UP: what is printed is what is reckoned with. */
    public BigDecimal percent() {
        return numerator.multiply(HUNDRED).divide(denominator, 2, RoundingMode.HALF_UP);
    }
}
