package org.civitas.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * 问题发现 — an observation that is a problem, as the case module takes it.
 *
 * @param corrects the earlier observation that this one replaces: the same finding in better words, not a new one
 * @param planOwner area of the office that owns the plan: until release only it and offices above may know; null outside plans
 * @param withdrawn true when a correction says that {@code corrects} was no problem after all
 * @param inspectorName for the office only, never shown to the unit
 */
public record FailedObservation(
        FeedPosition position,
        UUID observationId,
        UUID visitId,
        PlanKind kind,
        UUID siteId,
        String siteName,
        String siteType,
        String areaCode,
        UUID editionId,
        String checkItemCode,
        String checkItemText,
        String faultWords,
        List<UUID> pictures,
        @Nullable GeoPoint place,
        boolean anotherSpot,
        Instant observedAt,
        String inspectorName,
        @Nullable UUID corrects,
        boolean withdrawn,
        @Nullable String planOwner) {}
