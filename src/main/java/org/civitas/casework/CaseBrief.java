package org.civitas.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 案件简况 — a case as bulletins, scores and home pages show it; never names a person. */
public record CaseBrief(
        UUID id,
        String number,
        String state,
        String stateWord,
        String typeCode,
        String typeName,
        String description,
        String areaCode,
        @Nullable UUID siteId,
        @Nullable String siteName,
        @Nullable String checkItemCode,
        @Nullable UUID sourceId,
        @Nullable UUID leadUnitId,
        Instant reportedAt,
        @Nullable Instant deadlineAt,
        @Nullable Instant closedAt,
        int reworks,
        int seenAgain,
        List<UUID> beforePictures,
        List<UUID> afterPictures) {}
