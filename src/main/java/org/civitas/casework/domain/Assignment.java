package org.civitas.casework.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 转派 — a piece of work passed down to a sub-unit.
 *
 * @param handedInAt when the sub-unit handed its result to the unit above; null while it works
 */
public record Assignment(
        UUID fromUnit,
        UUID subUnit,
        Instant assignedAt,
        Instant innerDeadline,
        @Nullable Instant handedInAt) {

    boolean isHandedIn() {
        return handedInAt != null;
    }

    Assignment handedIn(Instant at) {
        return new Assignment(fromUnit, subUnit, assignedAt, innerDeadline, at);
    }

    Assignment reopened() {
        return new Assignment(fromUnit, subUnit, assignedAt, innerDeadline, null);
    }
}
