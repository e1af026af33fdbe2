package org.civitas.scoring.domain;

import java.util.List;
import java.util.UUID;

/**
 * 轮次版本 — one computation of a round with its fate; a correction is a new one.
 *
 * @param coverage share that was judged, in integers of 10⁻⁹
 * @param planIds inspection plans whose observations it used
 * @param revision for the optimistic lock
 */
public record RoundVersion(
        UUID id,
        UUID roundId,
        int number,
        RoundState state,
        Tally total,
        long coverage,
        List<UUID> planIds,
        int revision) {}
