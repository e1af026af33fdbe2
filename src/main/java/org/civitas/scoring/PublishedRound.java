package org.civitas.scoring;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.Period;
import org.civitas.shared.Points;

/**
 * 已发布轮次 — a published round with its sum.
 *
 * @param judged points that were judged; {@code got} is a part of them, they are a part of {@code full}
 * @param sitesJudged of {@code sitesDrawn}
 */
public record PublishedRound(
        UUID roundId,
        int versionNumber,
        String name,
        String editionTitle,
        String areaCode,
        String areaName,
        Period period,
        Points got,
        Points judged,
        Points full,
        int sitesDrawn,
        int sitesJudged,
        int observations,
        Instant publishedAt) {}
