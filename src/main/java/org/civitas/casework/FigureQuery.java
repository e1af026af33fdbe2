package org.civitas.casework;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * 指标口径 — of what, when and as of when figures are asked.
 *
 * @param areaCode with all areas below it
 * @param unitId only cycles whose lead unit it is; null: all
 * @param cutoff what happened later is not counted
 */
public record FigureQuery(
        String areaCode, @Nullable UUID unitId, @Nullable String typeCode, Period period, Instant cutoff) {

    public FigureQuery during(Period other) {
        return new FigureQuery(areaCode, unitId, typeCode, other, cutoff);
    }
}
