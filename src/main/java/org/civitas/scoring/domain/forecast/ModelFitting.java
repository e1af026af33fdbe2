package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.List;

/** 模型拟合 — from the history to what is expected of every check item at every site. */
public final class ModelFitting {

    private ModelFitting() {}

    /** Equal inputs in any order give equal models. */
    public static ForecastModel fit(ForecastInputs inputs, double halfLifeDays) {
        List<TypeHistory> histories = new HistoryIndex(inputs, halfLifeDays).types();
        List<GroupMeans> means = histories.stream().map(GroupMeans::new).toList();
        return fitted(inputs, histories, means, CorrelationFitting.of(histories, means));
    }

    private static ForecastModel fitted(
            ForecastInputs inputs, List<TypeHistory> histories, List<GroupMeans> means, Correlation correlation) {
        List<TypeModel> types = new ArrayList<>();
        int observations = 0;
        for (int t = 0; t < histories.size(); t++) {
            TypeHistory history = histories.get(t);
            SiteFitting fitting = new SiteFitting(history, means.get(t), correlation);
            types.add(new TypeModel(
                    history.typeCode(),
                    history.items(),
                    history.sites().stream().map(fitting::fit).toList()));
            observations += history.sites().stream()
                    .mapToInt(site -> site.seen().size())
                    .sum();
        }
        return new ForecastModel(inputs.edition(), types, inputs.fixed(), correlation, observations);
    }
}
