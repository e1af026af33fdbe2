package org.civitas.demo.chance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * 抽取 — a stream of draws that depends on the seed and the words of its path only.
 *
 * <p>{@link #branch} gives each part of the city its own stream, so that a change in one part leaves the others as they were.
 */
public final class Draw {

    private final long seed;
    private final SplittableRandom random;

    public Draw(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The stream of one part; the same word gives the same stream, whatever was drawn before. */
    public Draw branch(String word) {
        long mixed = seed;
        for (int i = 0; i < word.length(); i++) {
            mixed = mix(mixed ^ word.charAt(i));
        }
        return new Draw(mixed);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public double unit() {
        return random.nextDouble();
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform among 0 … bound − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform among low … high, both included. */
    public int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Exponential with the given mean. */
    public double waiting(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    public <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    public String pick(String... options) {
        return options[random.nextInt(options.length)];
    }

    /** The index drawn with the given weights. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    public <T> List<T> shuffled(List<T> options) {
        List<T> copy = new ArrayList<>(options);
        for (int i = copy.size() - 1; i > 0; i--) {
            copy.set(i, copy.set(random.nextInt(i + 1), copy.get(i)));
        }
        return copy;
    }

    /** A UUID of version 7 for that moment, made of draws instead of the system's randomness. */
    public UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
