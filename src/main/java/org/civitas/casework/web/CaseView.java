package org.civitas.casework.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it.
 *
 * @param remainingMinutes working time to the deadline, negative past it; null without a deadline
 */
record CaseView(
        UUID id,
        String number,
        String state,
        String stateWord,
        @Nullable String urgency,
        @Nullable String urgencyWord,
        int version,
        String typeCode,
        String typeName,
        String channelWord,
        String description,
        String areaCode,
        String areaName,
        String areaPath,
        @Nullable UUID siteId,
        @Nullable String siteName,
        @Nullable String checkItemCode,
        @Nullable String checkItemText,
        String spot,
        @Nullable Double longitude,
        @Nullable Double latitude,
        boolean pictureNeeded,
        OffsetDateTime foundAt,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable UUID leadUnitId,
        @Nullable String leadUnitName,
        @Nullable UUID holderUnitId,
        @Nullable String holderUnitName,
        @Nullable OffsetDateTime deadlineAt,
        boolean provisional,
        @Nullable Long remainingMinutes,
        boolean stopped,
        int refusals,
        int reworks,
        int seenAgain,
        boolean annulProposed,
        List<UUID> beforePictures,
        List<UUID> afterPictures) {}
