package org.civitas.inspection.application;

import java.util.UUID;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.SecrecyPolicy;
import org.civitas.inspection.domain.SecrecyPolicy.Viewer;
import org.civitas.inspection.persistence.Plans;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Applies the rule of secrecy to the person who asks; what he may not know of does not exist for him. */
@Component
public class PlanAccess {

    private final Plans plans;
    private final Tasks tasks;

    PlanAccess(Plans plans, Tasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    /** A plan that the asker's office may change. */
    public InspectionPlan own(CurrentUser user, UUID planId) {
        return plans.byId(planId)
                .filter(plan -> SecrecyPolicy.owns(guarded(plan), viewer(user)))
                .orElseThrow(() -> new NotFound("督查计划"));
    }

    /** A plan that the asker may read: his office's, or a released one over his area. */
    public InspectionPlan visible(CurrentUser user, UUID planId) {
        return plans.byId(planId)
                .filter(plan -> SecrecyPolicy.owns(guarded(plan), viewer(user)) || releasedTo(user, plan))
                .orElseThrow(() -> new NotFound("督查计划"));
    }

    public SecrecyPolicy.Guarded guarded(InspectionPlan plan) {
        return plan.guarded(tasks.inspectors(plan.id()));
    }

    /** Only offices of a city or an area plan; a unit's scope reaches over the city but it inspects nobody. */
    public static Viewer viewer(CurrentUser user) {
        boolean office = user.scope() instanceof DataScope.City || user.scope() instanceof DataScope.Area;
        return new Viewer(
                user.accountId(),
                office && user.may(Permission.INSPECTION_PLAN),
                user.scope().areaCode());
    }

    /** Pattern over {@code owner_area_code} of the plans that the asker's office owns; matches nothing for others. */
    public static String ownedPattern(CurrentUser user) {
        return viewer(user).plansInspections() ? user.scope().areaPattern() : "";
    }

    /** Pattern over {@code area_code} of released results that the asker may read; matches nothing for others. */
    public static String releasedPattern(CurrentUser user) {
        boolean byArea = user.scope() instanceof DataScope.City || user.scope() instanceof DataScope.Area;
        return byArea && user.may(Permission.INSPECTION_READ) ? user.scope().areaPattern() : "";
    }

    private static boolean releasedTo(CurrentUser user, InspectionPlan plan) {
        boolean touches = plan.areaCode().startsWith(user.scope().areaCode())
                || user.scope().areaCode().startsWith(plan.areaCode());
        return plan.releasedAt() != null && touches && !releasedPattern(user).isEmpty();
    }
}
