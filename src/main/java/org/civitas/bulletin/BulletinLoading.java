package org.civitas.bulletin;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/** 通报装载 — publishes bulletins of the past with the figures of then: for a city that is set up with a history. */
public interface BulletinLoading {

    /**
     * 既往通报 — a bulletin by the newest ranking scheme, in words that are proposed for any other.
     *
     * @param roundId a published round over the same area, null for none
     * @param by who published it
     * @param publishedAt moment of publishing and cut-off of its figures
     */
    record PastBulletin(
            String areaCode, Period period, @Nullable UUID roundId, String by, Instant publishedAt) {}

    /**
     * Composes and publishes the bulletin under the next number of its year.
     *
     * @throws org.civitas.shared.RuleViolation if the round is not published
     */
    UUID load(PastBulletin bulletin);
}
