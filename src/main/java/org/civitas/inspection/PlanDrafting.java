package org.civitas.inspection;

import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Period;

/** 计划起草 — drafts a plan over sites that were chosen by name, for modules that know where to look. */
public interface PlanDrafting {

    /**
     * 指名计划 — a plan over exactly these sites.
     *
     * @param siteIds those that are not in use or outside the area are passed over
     * @param reason why these, for the record of the draw
     */
    record Draft(
            String title,
            PlanKind kind,
            UUID editionId,
            Period period,
            String areaCode,
            List<UUID> siteIds,
            String reason) {

        public Draft {
            siteIds = List.copyOf(siteIds);
        }
    }

    /**
     * A new plan with its list of tasks, not yet assigned nor started; withdrawn like any other.
     *
     * @throws org.civitas.platform.web.NotFound when the person does not plan inspections
     * @throws org.civitas.shared.RuleViolation as for a plan that is filled in by hand
     */
    UUID draft(CurrentUser user, Draft draft);
}
