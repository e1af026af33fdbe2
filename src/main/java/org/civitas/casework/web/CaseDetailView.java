package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case with its timeline and what the asker can do next. */
record CaseDetailView(
        CaseView file,
        List<UnitView> coUnits,
        List<AssignmentView> assignments,
        @Nullable String limitWords,
        boolean ruling,
        List<StepView> timeline,
        List<ActionView> actions) {

    @Schema(name = "CaseUnitView")
    record UnitView(UUID id, String name) {}

    record AssignmentView(
            String fromUnit,
            String toUnit,
            OffsetDateTime assignedAt,
            OffsetDateTime innerDeadlineAt,
            @Nullable OffsetDateTime handedInAt) {}

    /** @param whyNot null: it can be done */
    record ActionView(String command, String word, @Nullable String whyNot) {}

    /** @param notes facts of the step in words: to whom, limit, basis, link */
    record StepView(
            int seq,
            String command,
            String word,
            String toStateWord,
            OffsetDateTime at,
            String actor,
            String words,
            List<String> notes,
            List<UUID> pictures) {}
}
