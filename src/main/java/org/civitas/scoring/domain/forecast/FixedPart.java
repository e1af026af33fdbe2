package org.civitas.scoring.domain.forecast;

import java.time.LocalDate;
import java.util.List;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * 沿用部分 — points that no draw of sites decides: another method enters with its last judged value.
 *
 * @param judged points that were judged, in integers of 10⁻⁹ points
 * @param got equally likely values of what is got of them, at least one: a single one, or for a survey what the rule makes
 *     of the quantiles of its estimate
 * @param asOf the day of the value, shown beside it
 */
public record FixedPart(
        String code,
        String criterionCode,
        Method method,
        long judged,
        List<Long> got,
        @Nullable LocalDate asOf) {

    public FixedPart {
        got = List.copyOf(got);
        if (got.isEmpty() || got.stream().anyMatch(value -> value < 0 || value > judged)) {
            throw new IllegalArgumentException("got " + got + " of " + judged);
        }
    }

    /** Expected points. */
    public double mean() {
        return got.stream().mapToLong(value -> value).average().orElse(0);
    }

    /** Standard deviation of the points. */
    public double deviation() {
        double mean = mean();
        return StrictMath.sqrt(got.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
