package org.civitas.scoring.domain.forecast;

import org.apache.commons.math3.special.Erf;

/** 正态分布 — the standard normal distribution; the tables answer the same on every machine and are quick in the inner loop. */
final class Normal {

    private static final double ROOT_TWO = StrictMath.sqrt(2);
    private static final double DENSITY_AT_ZERO = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private static final double EDGE = 8;
    private static final int PER_UNIT = 512;
    private static final double[] CUMULATIVE = new double[(int) (2 * EDGE * PER_UNIT) + 2];

    private static final int QUANTILES = 1 << 14;
    private static final double[] QUANTILE = new double[QUANTILES + 1];

    static {
        for (int i = 0; i < CUMULATIVE.length; i++) {
            CUMULATIVE[i] = cumulative(i / (double) PER_UNIT - EDGE);
        }
        for (int i = 0; i <= QUANTILES; i++) {
            double share = Math.min(Math.max(i, 0.25), QUANTILES - 0.25) / QUANTILES;
            QUANTILE[i] = quantile(share);
        }
    }

    private Normal() {}

    /** Φ(x). */
    static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / ROOT_TWO);
    }

    /** φ(x). */
    static double density(double x) {
        return DENSITY_AT_ZERO * StrictMath.exp(-x * x / 2);
    }

    /** Φ⁻¹(p), for p within (0, 1); the ends are kept at 10⁻⁹. */
    static double quantile(double p) {
        double inside = Math.min(Math.max(p, 1e-9), 1 - 1e-9);
        return -ROOT_TWO * Erf.erfcInv(2 * inside);
    }

    /** Φ(x) from a table, linear between its points; error below 10⁻⁶. */
    static double quickCumulative(double x) {
        if (x <= -EDGE) {
            return 0;
        }
        if (x >= EDGE) {
            return 1;
        }
        double place = (x + EDGE) * PER_UNIT;
        int below = (int) place;
        return CUMULATIVE[below] + (place - below) * (CUMULATIVE[below + 1] - CUMULATIVE[below]);
    }

    /** A normal deviate from 31 random bits. */
    static double deviate(int bits31) {
        int below = bits31 >>> 17;
        double between = (bits31 & 0x1FFFF) / 131_072.0;
        return QUANTILE[below] + between * (QUANTILE[below + 1] - QUANTILE[below]);
    }
}
