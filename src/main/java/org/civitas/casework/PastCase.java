package org.civitas.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * 历史案件 — a case with its whole timeline, as it comes from another system or from the demonstration.
 *
 * @param steps in order; the first opens the case, every one must be possible after those before it
 */
public record PastCase(UUID id, NewCase problem, List<PastStep> steps) {

    public PastCase {
        steps = List.copyOf(steps);
    }

    /**
     * 历史经过 — one step.
     *
     * @param command name of a command of the life cycle, such as {@code DISPATCH}
     * @param accountId zero where no account acted
     */
    public record PastStep(
            String command,
            Instant at,
            UUID accountId,
            String accountName,
            @Nullable UUID unitId,
            String words,
            Note note,
            UUID requestId) {}

    /** 历史要点 — what a step says besides; each kind belongs to certain commands. */
    public sealed interface Note {

        record Plain() implements Note {}

        /** For REPORT, FIND, SEEN_AGAIN. */
        record Found(
                boolean pictureNeeded,
                List<UUID> pictures,
                @Nullable UUID sourceId) implements Note {}

        /** For DISPATCH. */
        record Dispatched(UUID leadUnit, List<UUID> coUnits, TimeLimit limit, boolean ruling, boolean pictureNeeded)
                implements Note {}

        /** For REFUSE. */
        record Refused(String basis) implements Note {}

        /** For ASSIGN. */
        record Assigned(UUID fromUnit, UUID subUnit, Instant innerDeadline) implements Note {}

        /** For HAND_IN and SUBMIT. */
        record Mended(List<UUID> pictures, String reference) implements Note {}
    }
}
