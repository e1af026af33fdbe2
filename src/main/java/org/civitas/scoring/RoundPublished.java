package org.civitas.scoring;

import java.util.UUID;

/** 轮次已发布 — a version of a round became final; its figures are asked from {@link Scores}. */
public record RoundPublished(UUID roundId, int versionNumber) {}
