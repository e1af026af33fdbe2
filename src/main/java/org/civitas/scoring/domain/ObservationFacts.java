package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 观察事实 — one observation as a round froze it.
 *
 * @param count faults counted by this observation; a 不符合 without a count is one fault
 * @param figure the measured figure, for rules that grade a figure
 * @param pictures the evidence, as ids of the media store
 * @param caseId the case that this finding was made into or attached to
 */
public record ObservationFacts(
        UUID id,
        UUID visitId,
        Instant visitedAt,
        UUID siteId,
        String itemCode,
        Verdict verdict,
        int count,
        @Nullable BigDecimal figure,
        List<UUID> pictures,
        @Nullable UUID caseId) {

    /** By time of the visit, then by the ids: never by the order of reading. */
    static final Comparator<ObservationFacts> IN_TIME = Comparator.comparing(ObservationFacts::visitedAt)
            .thenComparing(ObservationFacts::visitId, IdOrder.BY_ID)
            .thenComparing(ObservationFacts::itemCode)
            .thenComparing(ObservationFacts::id, IdOrder.BY_ID);

    public ObservationFacts {
        pictures = List.copyOf(pictures);
        if (count < 0) {
            throw new IllegalArgumentException("negative count");
        }
    }

    boolean applicable() {
        return verdict != Verdict.NOT_APPLICABLE;
    }

    boolean failed() {
        return verdict == Verdict.FAIL;
    }

    /** Faults that a deduction counts: none where it conforms, one at least where it does not. */
    int faults() {
        return failed() ? Math.max(1, count) : 0;
    }
}
