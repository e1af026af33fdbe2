package org.civitas.casework.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.jspecify.annotations.Nullable;

/** 案件概况 — all that lists and figures show of a case; a pure function of its timeline, the calendar and the rules. */
public record CaseSummary(
        CaseFile file,
        Optional<CaseClock> clock,
        Optional<CycleSummary> cycle,
        @Nullable Instant acceptedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant closedAt,
        List<UUID> afterPictures) {

    public CaseSummary {
        afterPictures = List.copyOf(afterPictures);
    }

    public static CaseSummary of(List<CaseStep> timeline, WorkingTime calendar, CasePolicy policy) {
        Instant accepted = null;
        Instant submitted = null;
        Instant closed = null;
        List<UUID> pictures = List.of();
        for (CaseStep step : timeline) {
            if (step.to() == CaseState.ACCEPTED && accepted == null) {
                accepted = step.at();
            }
            if (step.command() == CaseCommand.PASS) {
                closed = step.at();
            }
            if (step.command() == CaseCommand.SUBMIT && step.facts() instanceof StepFacts.Mended mended) {
                submitted = step.at();
                pictures = mended.pictures();
            }
        }
        return new CaseSummary(
                CaseFile.rebuild(timeline),
                CaseClock.of(timeline, calendar, policy),
                CycleSummary.of(timeline, calendar, policy),
                accepted,
                submitted,
                closed,
                pictures);
    }

    /** Right after its first step: no unit has it, so no clock runs and neither calendar nor rules matter. */
    public static CaseSummary opened(CaseStep first) {
        return new CaseSummary(
                CaseFile.rebuild(List.of(first)),
                Optional.empty(),
                Optional.empty(),
                first.to() == CaseState.ACCEPTED ? first.at() : null,
                null,
                null,
                List.of());
    }

    /** The units that see the case: lead unit, those it was passed to, co-units. */
    public List<UUID> units() {
        Handling handling = file.handling();
        if (handling == null) {
            return List.of();
        }
        Set<UUID> units = new LinkedHashSet<>(handling.handlers());
        units.addAll(handling.coUnits());
        return List.copyOf(units);
    }

    /** Whose turn it is; null when it is no unit's. */
    public @Nullable UUID holder() {
        Handling handling = file.handling();
        boolean unitsTurn = file.state() == CaseState.DISPATCHED || file.state() == CaseState.HANDLING;
        return handling == null || !unitsTurn ? null : handling.holder();
    }
}
