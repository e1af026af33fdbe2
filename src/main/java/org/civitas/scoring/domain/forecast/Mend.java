package org.civitas.scoring.domain.forecast;

import java.time.Instant;
import java.util.UUID;

/** 整改销号 — somebody verified at this moment that a check item at a site is in order again. */
public record Mend(UUID siteId, String itemCode, Instant at) {}
