package org.civitas.inspection.domain;

import java.util.Set;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.shared.RuleViolation;

/** 保密规则 — until a plan is released it exists only for its owners and for the inspectors who carry it out. */
public final class SecrecyPolicy {

    /**
     * Who asks: may he plan inspections, and over which area ({@code ""} = whole city); the plan of another office is
     * not his business even if he plans himself.
     */
    public record Viewer(UUID accountId, boolean plansInspections, String areaCode) {}

    /** What the rule needs to know of a plan. */
    public record Guarded(String areaCode, String ownerAreaCode, boolean released, Set<UUID> inspectors) {}

    private SecrecyPolicy() {}

    /** Whole plan with list and results: its owner's office and the offices above it; everybody once it is released. */
    public static boolean maySeePlan(Guarded plan, Viewer viewer) {
        return plan.released() || owns(plan, viewer);
    }

    /** A task or a finding of the plan: also the inspectors to whom it was given. */
    public static boolean maySeeTask(Guarded plan, Viewer viewer) {
        return maySeePlan(plan, viewer) || plan.inspectors().contains(viewer.accountId());
    }

    /** A county's office is inspected by the city: it sees its own plans only, not those of the city over its area. */
    public static boolean owns(Guarded plan, Viewer viewer) {
        return viewer.plansInspections() && plan.ownerAreaCode().startsWith(viewer.areaCode());
    }

    /** An unannounced plan may be opened only after its end, any other once its sites are drawn. */
    public static boolean releasable(PlanKind kind, PlanState state) {
        boolean ended = state == PlanState.FINISHED || state == PlanState.WITHDRAWN;
        return ended || (!kind.unannounced() && state != PlanState.DRAFT);
    }

    public static void requireReleasable(PlanKind kind, PlanState state) {
        if (!releasable(kind, state)) {
            throw new RuleViolation(
                    "inspection.release.too-early",
                    kind.unannounced() ? kind.label() + "计划结束之前不能公开。" : "草稿不能公开，请先抽取点位。");
        }
    }
}
