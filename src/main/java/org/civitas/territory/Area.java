package org.civitas.territory;

import org.jspecify.annotations.Nullable;

/**
 * 区划 — one area of the tree.
 *
 * @param parentCode null for the city alone
 * @param path names from the city down to this area, joined by {@code /}
 */
public record Area(
        String code,
        String name,
        AreaLevel level,
        AreaKind kind,
        @Nullable String parentCode,
        String path) {}
