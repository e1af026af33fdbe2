package org.civitas.inspection.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanCommand;
import org.civitas.inspection.persistence.Plans;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, finishes, withdraws or releases a plan. */
@Service
public class ChangePlanState {

    private final PlanAccess access;
    private final Plans plans;
    private final Tasks tasks;
    private final VisitBurden burden;
    private final AuditTrail audit;
    private final Clock clock;

    ChangePlanState(PlanAccess access, Plans plans, Tasks tasks, VisitBurden burden, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.tasks = tasks;
        this.burden = burden;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void start(CurrentUser user, UUID planId) {
        InspectionPlan plan = access.own(user, planId);
        InspectionPlan started = plan.after(PlanCommand.START);
        long unassigned = tasks.unassigned(planId);
        if (unassigned > 0) {
            throw new RuleViolation("inspection.start.unassigned", "还有 " + unassigned + " 个点位没有分派督查员，请分派后再开始。");
        }
        plans.update(started, null);
        audit.record("inspection-plan.start", "inspection-plan", planId, Map.of());
    }

    @Transactional
    public void finish(CurrentUser user, UUID planId) {
        InspectionPlan finished = access.own(user, planId).after(PlanCommand.FINISH);
        plans.update(finished, null);
        burden.ended(finished.kind(), planId);
        audit.record("inspection-plan.finish", "inspection-plan", planId, Map.of());
    }

    @Transactional
    public void withdraw(CurrentUser user, UUID planId, String reason) {
        InspectionPlan withdrawn = access.own(user, planId).after(PlanCommand.WITHDRAW);
        if (reason.isBlank() || reason.length() > 200) {
            throw new RuleViolation("inspection.withdraw.reason", "撤回计划须写明理由（200 字以内）。");
        }
        plans.update(withdrawn, reason.strip());
        burden.ended(withdrawn.kind(), planId);
        audit.record("inspection-plan.withdraw", "inspection-plan", planId, Map.of("reason", reason.strip()));
    }

    /** From now on the results are open to those who may read results of their area. */
    @Transactional
    public void release(CurrentUser user, UUID planId) {
        plans.update(access.own(user, planId).released(clock.instant()), null);
        audit.record("inspection-plan.release", "inspection-plan", planId, Map.of());
    }
}
