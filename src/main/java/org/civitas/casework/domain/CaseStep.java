package org.civitas.casework.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 办理经过 — one line of the append-only timeline.
 *
 * @param seq 1, 2, 3 … within the case; the version of the case after it
 * @param cycle 1 for the first handling; a relapse starts the next
 */
public record CaseStep(
        int seq,
        int cycle,
        CaseCommand command,
        @Nullable CaseState from,
        CaseState to,
        Instant at,
        StepActor actor,
        String words,
        StepFacts facts) {}
