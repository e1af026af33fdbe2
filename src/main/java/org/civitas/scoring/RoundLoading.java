package org.civitas.scoring;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/** 轮次装载 — computes rounds of the past from what was observed then: for a city that is set up with a history. */
public interface RoundLoading {

    /**
     * 既往轮次 — a round to be computed over all kinds of inspection but rechecks.
     *
     * @param by who made it
     * @param computedAt when it was computed
     * @param publishedAt null: it stays a computed draft
     */
    record PastRound(
            String name,
            UUID editionId,
            String areaCode,
            Period period,
            String by,
            Instant computedAt,
            @Nullable Instant publishedAt) {}

    /**
     * Computes the round as any other and answers its id.
     *
     * @throws org.civitas.shared.RuleViolation if it may not be published, such as for a plan that is still secret
     */
    UUID load(PastRound round);
}
