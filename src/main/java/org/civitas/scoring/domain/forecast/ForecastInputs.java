package org.civitas.scoring.domain.forecast;

import java.time.Instant;
import java.util.List;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.SiteFacts;

/**
 * 预测输入 — what a forecast knows.
 *
 * @param population every site that the official test could draw
 * @param history what was ever observed at them, in any order; nothing later than {@code asOf} is used
 * @param mends problems that were mended and verified after they were found
 * @param fixed parts that the draw does not decide
 */
public record ForecastInputs(
        ScoringEdition edition,
        List<SiteFacts> population,
        List<ObservationFacts> history,
        List<Mend> mends,
        List<FixedPart> fixed,
        Instant asOf) {}
