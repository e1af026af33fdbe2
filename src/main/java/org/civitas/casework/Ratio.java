package org.civitas.casework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** 比率 — a share with both its numbers, so that it can be traced: 2,537 / 2,948 = 86.06 %. */
public record Ratio(long numerator, long denominator) {

    public Ratio {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException("negative: " + numerator + " / " + denominator);
        }
    }

    /** Per cent with two places, HALF_UP; null when there is nothing to divide by. */
    public @Nullable BigDecimal percent() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }

    public Ratio plus(Ratio other) {
        return new Ratio(numerator + other.numerator, denominator + other.denominator);
    }
}
