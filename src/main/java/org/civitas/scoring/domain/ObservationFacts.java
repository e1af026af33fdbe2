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
 * @param count number counted (faults, or things that should be there), where the item is counted
 * @param figure the measured figure, where the item is measured
 * @param grade A, B, C or C#, where the item is graded on the spot
 * @param pictures the evidence, as ids of the media store
 * @param caseId the case that this finding was made into or attached to
 * @param trail where along the way things were seen, where that was recorded
 */
public record ObservationFacts(
        UUID id,
        UUID visitId,
        Instant visitedAt,
        UUID siteId,
        String itemCode,
        Verdict verdict,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        @Nullable String grade,
        List<UUID> pictures,
        @Nullable UUID caseId,
        @Nullable Trail trail) {

    /** By time of the visit, then by the ids: never by the order of reading. */
    static final Comparator<ObservationFacts> IN_TIME = ObservationFacts::inTime;

    static final Comparator<ObservationFacts> BY_ID = (a, b) -> IdOrder.BY_ID.compare(a.id, b.id);

    public ObservationFacts {
        pictures = List.copyOf(pictures);
        if (count != null && count < 0) {
            throw new IllegalArgumentException("negative count");
        }
    }

    /** An observation without a record of the way. */
    public ObservationFacts(
            UUID id,
            UUID visitId,
            Instant visitedAt,
            UUID siteId,
            String itemCode,
            Verdict verdict,
            @Nullable Integer count,
            @Nullable BigDecimal figure,
            @Nullable String grade,
            List<UUID> pictures,
            @Nullable UUID caseId) {
        this(id, visitId, visitedAt, siteId, itemCode, verdict, count, figure, grade, pictures, caseId, null);
    }

    private static int inTime(ObservationFacts a, ObservationFacts b) {
        int order = a.visitedAt.compareTo(b.visitedAt);
        if (order == 0) {
            order = IdOrder.BY_ID.compare(a.visitId, b.visitId);
        }
        if (order == 0) {
            order = a.itemCode.compareTo(b.itemCode);
        }
        return order != 0 ? order : IdOrder.BY_ID.compare(a.id, b.id);
    }

    boolean applicable() {
        return verdict != Verdict.NOT_APPLICABLE;
    }

    boolean failed() {
        return verdict == Verdict.FAIL;
    }

    /** Faults that a deduction takes: the count where there is one, else one for a 不符合. */
    int faults() {
        if (!applicable()) {
            return 0;
        }
        return count != null ? count : failed() ? 1 : 0;
    }

    /** The figure that is held against limits: measured, or counted. */
    @Nullable
    BigDecimal measured() {
        return figure != null ? figure : count != null ? BigDecimal.valueOf(count) : null;
    }
}
