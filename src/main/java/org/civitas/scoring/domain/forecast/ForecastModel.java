package org.civitas.scoring.domain.forecast;

import java.util.List;
import org.civitas.scoring.domain.ScoringEdition;

/** 预测模型 — all that the simulation needs, fitted once from the history; forecasts and what-ifs of one model agree. */
public record ForecastModel(
        ScoringEdition edition,
        List<TypeModel> types,
        List<FixedPart> fixed,
        Correlation correlation,
        int observations) {

    public ForecastModel {
        types = List.copyOf(types);
        fixed = List.copyOf(fixed);
    }
}
