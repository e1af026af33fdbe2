package org.civitas.inspection;

import java.util.UUID;
import org.civitas.shared.Period;

/**
 * 计划摘要 — a plan as other modules may know it; secret while {@code released} is false.
 *
 * @param drawn number of drawn sites; {@code visited} of them have been visited
 */
public record PlanSummary(
        UUID id,
        String title,
        PlanKind kind,
        UUID editionId,
        Period period,
        String areaCode,
        boolean finished,
        boolean released,
        int drawn,
        int visited) {}
