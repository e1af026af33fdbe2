package org.civitas.scoring.application;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.shared.Points;
import org.springframework.stereotype.Component;

/** 预测现状 — the newest forecast on the home page, with how sure it is. */
@Component
class ForecastStanding implements WorkbenchContributor {

    private final Forecasts forecasts;

    ForecastStanding(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!ForecastSight.sees(user)) {
            return List.of();
        }
        return forecasts.list(user.scope().areaCode(), null, 1).stream()
                .limit(1)
                .map(row -> WorkbenchItem.standing(
                        row.areaName() + "官方测评预期得分（达到 " + new Points(row.target()).shown() + " 分的把握 "
                                + Math.round(row.reached() * 100) + "%）",
                        new Points(row.mean()).shown(),
                        "分",
                        "/forecasts/" + row.id()))
                .toList();
    }
}
