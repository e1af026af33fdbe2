package org.civitas.casework.web;

import java.math.BigDecimal;
import org.civitas.casework.FigureSet;
import org.jspecify.annotations.Nullable;

/**
 * 指标行.
 *
 * @param key unit id, area code, type code or month; empty for the total
 */
record FigureLineView(
        String key,
        String name,
        FigureSet figures,
        @Nullable BigDecimal mendedRate,
        @Nullable BigDecimal onTimeRate,
        @Nullable BigDecimal reworkRate,
        @Nullable BigDecimal refusalRate,
        @Nullable BigDecimal signedInTimeRate,
        boolean cleared) {

    static FigureLineView of(String key, String name, FigureSet set) {
        return new FigureLineView(
                key,
                name,
                set,
                set.mendedRate().percent(),
                set.onTimeRate().percent(),
                set.reworkRate().percent(),
                set.refusalRate().percent(),
                set.signedInTimeRate().percent(),
                set.cleared());
    }
}
