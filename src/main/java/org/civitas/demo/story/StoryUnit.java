package org.civitas.demo.story;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 单位 — one of the 118 units that answer for something. */
public record StoryUnit(
        UUID id,
        String code,
        String name,
        boolean bureau,
        String areaCode,
        @Nullable UUID parentId) {}
