package org.civitas.scoring.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 失分明细 — one attributed part of a loss, with everything that leads to its evidence.
 *
 * <p>All pieces of a round sum to judged − got exactly.
 *
 * @param number counts the pieces of a round from 1 in an order that does not hang on the order of reading
 * @param department unit of the 条 line that is charged; null is 无责任单位
 * @param territory unit of the 块 line that is charged; null is 无责任单位
 * @param nanos the loss in integers of 10⁻⁹ points, above 0
 */
public record LossPiece(
        int number,
        String requirementCode,
        String criterionCode,
        String itemCode,
        UUID siteId,
        String typeCode,
        String areaCode,
        UUID visitId,
        UUID observationId,
        @Nullable UUID department,
        @Nullable UUID territory,
        long nanos) {}
