package org.civitas.territory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 单位 — an office, bureau, street or community that answers for something.
 *
 * @param areaCode the area it belongs to; for a 块 the area it answers for
 * @param parentId the unit that may hand work on to it
 */
public record Unit(
        UUID id,
        String code,
        String name,
        UnitKind kind,
        String areaCode,
        @Nullable UUID parentId,
        boolean active) {}
