package org.civitas.inspection.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.Accounts.AccountFacts;
import org.civitas.inspection.domain.EvenAssignment;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanCommand;
import org.civitas.inspection.persistence.Plans;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tasks to inspectors: chosen ones, or all of an area and type that nobody has yet, in even shares. */
@Service
public class AssignInspectors {

    /** Which tasks: the named ones; or, with none named, the unassigned ones of the area and type. */
    public record Choice(
            List<UUID> taskIds,
            @Nullable String areaCode,
            @Nullable String siteType) {}

    private final PlanAccess access;
    private final Plans plans;
    private final Tasks tasks;
    private final Inspectors inspectors;
    private final AuditTrail audit;

    AssignInspectors(PlanAccess access, Plans plans, Tasks tasks, Inspectors inspectors, AuditTrail audit) {
        this.access = access;
        this.plans = plans;
        this.tasks = tasks;
        this.inspectors = inspectors;
        this.audit = audit;
    }

    /** The number of tasks that were given out. */
    @Transactional
    public int assign(CurrentUser user, UUID planId, Choice choice, List<UUID> inspectorIds) {
        InspectionPlan plan = access.own(user, planId);
        InspectionPlan after = plan.after(PlanCommand.ASSIGN);
        Map<UUID, String> names =
                inspectors.forPlan(plan).stream().collect(Collectors.toMap(AccountFacts::id, AccountFacts::name));
        if (!names.keySet().containsAll(inspectorIds)) {
            throw new RuleViolation("inspection.assign.not-inspector", "所选人员中有人不是本区域的督查员，请重新选择。");
        }
        String area = choice.areaCode() == null ? plan.areaCode() : choice.areaCode();
        Map<UUID, UUID> assigned = EvenAssignment.assign(
                tasks.assignable(planId, choice.taskIds(), area, choice.siteType()), inspectorIds);
        tasks.assign(assigned, names);
        plans.update(after, null);
        audit.record(
                "inspection-plan.assign",
                "inspection-plan",
                planId,
                Map.of(
                        "tasks",
                        assigned.size(),
                        "inspectors",
                        assigned.values().stream().distinct().map(names::get).collect(Collectors.joining("、"))));
        return assigned.size();
    }
}
