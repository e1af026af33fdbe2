package org.civitas.demo.story;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 经办人 — who does something, and for which unit (none for the office and inspectors). */
public record Actor(UUID accountId, String name, @Nullable UUID unitId) {}
