package org.civitas.scoring.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 点位事实 — one drawn site as a round froze it.
 *
 * @param areaCode code of the smallest area that holds the site
 * @param department unit of the 条 line that answers for this very site, if one is named
 * @param territory unit of the 块 line that answers for it
 */
public record SiteFacts(
        UUID id,
        String code,
        String name,
        String typeCode,
        String areaCode,
        @Nullable UUID department,
        @Nullable UUID territory) {}
