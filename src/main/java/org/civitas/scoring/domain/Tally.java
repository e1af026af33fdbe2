package org.civitas.scoring.domain;

/**
 * 得分合计 — {@code got ≤ judged ≤ full}, in integers of 10⁻⁹ points. What was not judged is neither zero nor full.
 */
public record Tally(long got, long judged, long full) {

    public static final Tally NOTHING = new Tally(0, 0, 0);

    public Tally {
        if (got < 0 || got > judged || judged > full) {
            throw new IllegalArgumentException("got " + got + " judged " + judged + " full " + full);
        }
    }

    public Tally plus(Tally other) {
        return new Tally(
                Math.addExact(got, other.got), Math.addExact(judged, other.judged), Math.addExact(full, other.full));
    }

    public long loss() {
        return judged - got;
    }

    /** Share of the full points that was judged, in integers of 10⁻⁹; nothing to judge counts as nothing judged. */
    public long coverage() {
        return full == 0 ? 0 : Fraction.of(judged, full).rounded();
    }
}
