package org.civitas.demo.story;

import java.time.Duration;
import java.time.Instant;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.calendar.WorkingTime;

/** The clock of one cycle while the story is told: from dispatch, resting while a result waits, going on after a rework. */
final class LimitClock {

    private final WorkingTime calendar;
    private final boolean natural;
    private final Duration total;
    private Duration used = Duration.ZERO;
    private Instant runStart;
    private Instant deadline;

    LimitClock(WorkingTime calendar, Instant start, TimeLimit limit) {
        this.calendar = calendar;
        this.natural = limit.unit() == LimitUnit.NATURAL_HOURS;
        this.runStart = start;
        this.deadline = calendar.deadline(start, limit).at();
        this.total = measure(start, deadline);
    }

    Instant deadline() {
        return deadline;
    }

    Duration left() {
        return total.minus(used);
    }

    /** The moment at which this share of what was left at the beginning of the run is used. */
    Instant at(double share) {
        return advance(runStart, scaled(left(), share));
    }

    void rest(Instant at) {
        used = used.plus(measure(runStart, at));
    }

    void goOn(Instant at) {
        runStart = at;
        deadline = advance(at, total.minus(used));
    }

    private Duration measure(Instant from, Instant to) {
        return natural ? Duration.between(from, to) : calendar.between(from, to);
    }

    private Instant advance(Instant from, Duration by) {
        return natural ? from.plus(by) : calendar.plus(from, by);
    }

    private static Duration scaled(Duration whole, double share) {
        return Duration.ofSeconds(Math.round(whole.toSeconds() * share));
    }
}
