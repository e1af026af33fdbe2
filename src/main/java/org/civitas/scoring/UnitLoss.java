package org.civitas.scoring;

import java.util.UUID;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * 单位失分 — what one unit is charged with.
 *
 * @param unitId null: nobody answers (无责任单位)
 * @param observations how many findings it comes from
 */
public record UnitLoss(@Nullable UUID unitId, String unitName, Points loss, int observations) {}
