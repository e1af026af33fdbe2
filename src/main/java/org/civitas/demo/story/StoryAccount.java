package org.civitas.demo.story;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 账号 — one of the 61 accounts; the name is invented. */
public record StoryAccount(
        UUID id,
        String login,
        String name,
        String role,
        String scopeKind,
        String areaCode,
        @Nullable UUID unitId) {}
