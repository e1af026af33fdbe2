package org.civitas.scoring.domain.forecast;

/**
 * 随机流 — random numbers that hang on the seed and on what they are for, never on who asks when.
 *
 * <p>SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). Every (draw, site) has a
 * stream of its own, so the same draw gives the same site the same luck whichever thread computes it and whichever other
 * sites are mended: common random numbers.
 */
final class DrawStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    DrawStream(long seed) {
        state = seed;
    }

    /** The seed of a part, such as draw 17 of seed 42. */
    static long seedOf(long seed, long part) {
        return mix(mix(seed + GOLDEN) ^ mix(part * GOLDEN + 0xD1B54A32D192ED03L));
    }

    void restart(long seed) {
        state = seed;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    int bits31() {
        return (int) (next() >>> 33);
    }

    /** In [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double normal() {
        return Normal.deviate(bits31());
    }

    /** In [0, bound), without bias that matters: bound is far below 2³¹. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
