package org.civitas.scoring.domain.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 沿用部分 — points that no draw of sites decides: another method enters with its last judged value.
 *
 * @param label what it is, in Chinese, such as 问卷调查
 * @param judged points that were judged; {@code got} of them; both in integers of 10⁻⁹ points
 * @param deviation standard error of got in points of 10⁻⁹: the sampling error of a survey, 0 for all else
 * @param asOf the day of the value, shown beside it
 */
public record FixedPart(
        String code,
        String criterionCode,
        String label,
        long got,
        long judged,
        double deviation,
        @Nullable LocalDate asOf) {}
