package org.civitas.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.jspecify.annotations.Nullable;

/**
 * 办理轮次 — what figures count of the present cycle, told by the timeline.
 *
 * @param leadUnit the unit to which it went last
 * @param dispatchedAt null after a refusal or recall, until it is dispatched anew
 * @param onTime whether the submission that was passed came in time; null until then
 * @param handlingMinutes 整改用时 in working time; null until closed
 */
public record CycleSummary(
        int cycle,
        UUID leadUnit,
        Instant firstDispatchedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant signDueAt,
        @Nullable Instant signedAt,
        @Nullable Instant deadlineAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant firstReworkAt,
        @Nullable Instant firstRefusedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant closedAt,
        @Nullable Boolean onTime,
        @Nullable Integer handlingMinutes) {

    /** Empty before the first dispatch. */
    public static Optional<CycleSummary> of(List<CaseStep> timeline, WorkingTime calendar, CasePolicy policy) {
        int cycle = timeline.getLast().cycle();
        List<CaseStep> own =
                timeline.stream().filter(step -> step.cycle() == cycle).toList();
        CaseStep lastDispatch = last(own, CaseCommand.DISPATCH);
        Instant firstDispatch = first(own, CaseCommand.DISPATCH);
        if (lastDispatch == null || firstDispatch == null) {
            return Optional.empty();
        }
        CaseClock clock = CaseClock.of(own, calendar, policy).orElse(null);
        List<CaseStep> present =
                own.stream().filter(step -> step.seq() >= lastDispatch.seq()).toList();
        Instant closed = first(present, CaseCommand.PASS);
        return Optional.of(new CycleSummary(
                cycle,
                ((StepFacts.Dispatched) lastDispatch.facts()).leadUnit(),
                firstDispatch,
                clock == null ? null : clock.startedAt(),
                clock == null ? null : clock.signDueAt(),
                first(present, CaseCommand.SIGN),
                clock == null ? null : clock.deadlineAt(),
                first(own, CaseCommand.SUBMIT),
                first(own, CaseCommand.FAIL),
                first(own, CaseCommand.REFUSE),
                clock == null ? null : clock.stoppedAt(),
                closed,
                closed == null || clock == null ? null : clock.stoppedInTime(),
                closed == null || clock == null ? null : (int) clock.worked().toMinutes()));
    }

    private static @Nullable Instant first(List<CaseStep> steps, CaseCommand command) {
        return steps.stream()
                .filter(step -> step.command() == command)
                .map(CaseStep::at)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable CaseStep last(List<CaseStep> steps, CaseCommand command) {
        return steps.stream()
                .filter(step -> step.command() == command)
                .reduce((one, next) -> next)
                .orElse(null);
    }
}
