package org.civitas.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * 分值 — an exact number of points, kept as an integer of 10⁻⁹ so that sums are exact.
 *
 * <p>Shown with two places, HALF_UP.
 */
public record Points(long nanos) implements Comparable<Points> {

    public static final long SCALE = 1_000_000_000L;
    public static final Points ZERO = new Points(0);

    public static Points of(BigDecimal value) {
        return new Points(
                value.setScale(9, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public static Points of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(nanos, other.nanos));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(nanos, other.nanos));
    }

    public boolean isZero() {
        return nanos == 0;
    }

    public BigDecimal exact() {
        return BigDecimal.valueOf(nanos, 9);
    }

    /** Two places, HALF_UP, as bulletins print it. */
    public BigDecimal shown() {
        return exact().setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(nanos, other.nanos);
    }
}
