package org.civitas.inspection.application;

import java.util.List;
import org.civitas.inspection.application.PlanQueries.PlanFilter;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plans in the search over everything: the same ones as in the list, so nothing secret is found by its name. */
@Component
@Order(40)
class PlanSearch implements SearchContributor {

    private final PlanQueries plans;

    PlanSearch(PlanQueries plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "inspection-plan";
    }

    @Override
    public String title() {
        return "督查计划";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (!user.may(Permission.INSPECTION_PLAN) && !user.may(Permission.INSPECTION_READ)) {
            return List.of();
        }
        return plans.list(user, new PlanFilter(words, null, null), limit, null).items().stream()
                .map(plan -> new SearchHit(
                        plan.title(),
                        plan.kindName() + "，" + plan.areaName() + "，" + plan.firstDay() + " 至 " + plan.lastDay(),
                        "/inspection/plans/" + plan.id()))
                .toList();
    }
}
