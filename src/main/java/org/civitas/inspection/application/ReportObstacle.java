package org.civitas.inspection.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.inspection.persistence.Tasks.TaskFacts;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The site can not be inspected: closed, moved, not there. */
@Service
public class ReportObstacle {

    private final Tasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    ReportObstacle(Tasks tasks, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void report(CurrentUser user, UUID taskId, String reason) {
        TaskFacts task = tasks.byId(taskId)
                .filter(t -> user.accountId().equals(t.inspectorId()))
                .orElseThrow(() -> new NotFound("督查任务"));
        if (task.planState() != PlanState.UNDER_WAY || !task.state().equals("OPEN")) {
            throw new RuleViolation("inspection.task.closed", "这项任务已经完成或计划已不在进行中。");
        }
        if (reason.isBlank() || reason.length() > 200) {
            throw new RuleViolation("inspection.task.obstacle-reason", "请写明为什么查不到这个点位（200 字以内）。");
        }
        tasks.obstruct(taskId, task.version(), reason.strip(), clock.instant());
        audit.record("inspection-task.obstruct", "inspection-task", taskId, Map.of("reason", reason.strip()));
    }
}
