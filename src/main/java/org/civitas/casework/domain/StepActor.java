package org.civitas.casework.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 经办人 — who took a step, and for which unit.
 *
 * @param unitId null for the creation office, an inspector or a machine
 */
public record StepActor(
        UUID accountId, String name, @Nullable UUID unitId) {}
