package org.civitas.casework.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.calendar.WorkingTime;
import org.jspecify.annotations.Nullable;

/**
 * 办理时钟 — what the timeline and the calendar say about the time of the present cycle: a pure function of both.
 *
 * <p>It starts at dispatch (not at signing), rests while the result waits for verification and goes on after a rework
 * from where it rested, plus the allowance. Limits in natural hours run by day and night, the others in office hours.
 *
 * @param warnAt when 75 % of the limit are used: 临期
 * @param longOverdueAt three working days after the deadline
 * @param stoppedAt when it came to rest; null while it runs
 * @param used time spent in runs that have ended, as the limit counts it
 * @param worked 整改用时: the same in working time, whatever the limit counts
 * @param provisional 暂定: a year on the way has no holiday decree
 */
public record CaseClock(
        Instant startedAt,
        Instant signDueAt,
        Instant deadlineAt,
        Instant warnAt,
        Instant longOverdueAt,
        @Nullable Instant stoppedAt,
        Duration used,
        Duration worked,
        boolean provisional) {

    private static final TimeLimit LONG = TimeLimit.workingDays(3);

    /** Empty while no unit has the case. */
    public static Optional<CaseClock> of(List<CaseStep> timeline, WorkingTime calendar, CasePolicy policy) {
        Run run = null;
        for (CaseStep step : timeline) {
            run = switch (step.command()) {
                case DISPATCH -> Run.started(step.at(), ((StepFacts.Dispatched) step.facts()).limit(), calendar);
                case REFUSE, RECALL -> null;
                case SUBMIT -> run == null ? null : run.stopped(step.at(), calendar);
                case FAIL -> run == null ? null : run.goesOn(step.at(), policy.reworkAllowance(), calendar);
                default -> run;
            };
        }
        return Optional.ofNullable(run).map(last -> last.read(calendar, policy));
    }

    /** How urgent it is at {@code now}; once at rest, how urgent it was then. */
    public Urgency urgency(Instant now) {
        Instant at = stoppedAt != null ? stoppedAt : now;
        if (at.isAfter(longOverdueAt)) {
            return Urgency.LONG_OVERDUE;
        }
        if (at.isAfter(deadlineAt)) {
            return Urgency.OVERDUE;
        }
        return at.isBefore(warnAt) ? Urgency.NORMAL : Urgency.NEAR;
    }

    /** Whether the clock came to rest in time; a submission at the very deadline is in time. */
    public boolean stoppedInTime() {
        return stoppedAt != null && !stoppedAt.isAfter(deadlineAt);
    }

    /** One cycle while it is followed: {@code total} is the whole limit, {@code used} what ended runs have spent. */
    private record Run(
            Instant started,
            boolean natural,
            Duration total,
            Duration used,
            Duration worked,
            Instant runStart,
            Instant deadline,
            @Nullable Instant stopped) {

        static Run started(Instant at, TimeLimit limit, WorkingTime calendar) {
            boolean natural = limit.unit() == LimitUnit.NATURAL_HOURS;
            Instant deadline = calendar.deadline(at, limit).at();
            Duration total = natural ? Duration.between(at, deadline) : calendar.between(at, deadline);
            return new Run(at, natural, total, Duration.ZERO, Duration.ZERO, at, deadline, null);
        }

        Run stopped(Instant at, WorkingTime calendar) {
            return new Run(
                    started,
                    natural,
                    total,
                    used.plus(measure(runStart, at, calendar)),
                    worked.plus(calendar.between(runStart, at)),
                    runStart,
                    deadline,
                    at);
        }

        Run goesOn(Instant at, @Nullable TimeLimit allowance, WorkingTime calendar) {
            Duration more = allowance == null
                    ? Duration.ZERO
                    : measure(at, calendar.deadline(at, allowance).at(), calendar);
            Duration whole = total.plus(more);
            return new Run(started, natural, whole, used, worked, at, advance(at, whole.minus(used), calendar), null);
        }

        CaseClock read(WorkingTime calendar, CasePolicy policy) {
            Duration before = stopped == null ? used : used.minus(measure(runStart, stopped, calendar));
            Instant warn = advance(runStart, total.multipliedBy(3).dividedBy(4).minus(before), calendar);
            return new CaseClock(
                    started,
                    calendar.deadline(started, policy.signLimit()).at(),
                    deadline,
                    warn,
                    calendar.deadline(deadline, LONG).at(),
                    stopped,
                    used,
                    worked,
                    calendar.touchesUnknownYear(earlier(started, deadline), deadline));
        }

        private Duration measure(Instant from, Instant to, WorkingTime calendar) {
            return natural ? Duration.between(from, to) : calendar.between(from, to);
        }

        private Instant advance(Instant from, Duration by, WorkingTime calendar) {
            return natural ? from.plus(by) : calendar.plus(from, by);
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
