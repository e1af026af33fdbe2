package org.civitas.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * 观察事实 — one effective observation, flat, with what is needed to count it and to show it.
 *
 * @param planId null for a finding of daily patrol outside any plan
 * @param checkItemCode code within {@code editionId}, such as 小区-01-02
 * @param checkItemText the item's words as they stood when it was judged
 * @param grade only with {@link Outcome#GRADED}
 * @param count only with {@link Outcome#COUNTED}
 * @param figure only with {@link Outcome#MEASURED}
 * @param failed whether it is a problem to be mended: 不符合, faults counted, grade C or C#, or a value with a named fault
 * @param faultWords named faults and remark in one sentence, empty where there are none
 * @param pictures ids of the media store
 * @param visitedAt when the visit ended, the same for all observations of one visit
 */
public record ObservedFact(
        UUID id,
        UUID visitId,
        @Nullable UUID planId,
        PlanKind kind,
        UUID siteId,
        String siteName,
        String siteType,
        String areaCode,
        UUID editionId,
        String checkItemCode,
        String checkItemText,
        Outcome outcome,
        @Nullable GradeMark grade,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        boolean failed,
        String faultWords,
        List<UUID> pictures,
        @Nullable GeoPoint position,
        boolean anotherSpot,
        Instant observedAt,
        Instant visitedAt) {}
