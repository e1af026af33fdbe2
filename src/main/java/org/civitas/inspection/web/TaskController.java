package org.civitas.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.inspection.application.AssignInspectors;
import org.civitas.inspection.application.Inspectors;
import org.civitas.inspection.application.PlanAccess;
import org.civitas.inspection.application.ReportObstacle;
import org.civitas.inspection.application.SheetQueries;
import org.civitas.inspection.application.SheetQueries.SheetView;
import org.civitas.inspection.application.TaskQueries;
import org.civitas.inspection.application.TaskQueries.MyTaskView;
import org.civitas.inspection.application.TaskQueries.ProgressView;
import org.civitas.inspection.application.TaskQueries.TaskFilter;
import org.civitas.inspection.application.TaskQueries.TaskView;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "inspection")
class TaskController {

    /** @param taskIds empty = all unassigned ones of the area and type */
    record AssignmentForm(
            @Nullable List<UUID> taskIds,
            @Nullable String areaCode,
            @Nullable String siteType,
            @NotEmpty(message = "请至少选择一名督查员。") List<UUID> inspectorIds) {}

    record AssignedView(int assigned) {}

    record InspectorView(UUID id, String name, boolean inspector) {}

    record ObstacleForm(
            @NotBlank(message = "请写明为什么查不到这个点位。") String reason) {}

    private final TaskQueries queries;
    private final SheetQueries sheets;
    private final AssignInspectors assigning;
    private final Inspectors inspectors;
    private final ReportObstacle obstacles;
    private final PlanAccess access;

    TaskController(
            TaskQueries queries,
            SheetQueries sheets,
            AssignInspectors assigning,
            Inspectors inspectors,
            ReportObstacle obstacles,
            PlanAccess access) {
        this.queries = queries;
        this.sheets = sheets;
        this.assigning = assigning;
        this.inspectors = inspectors;
        this.obstacles = obstacles;
        this.access = access;
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "计划的任务列表")
    @GetMapping("/api/inspection-plans/{id}/tasks")
    Slice<TaskView> ofPlan(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String siteType,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID inspector,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return queries.ofPlan(
                user, id, new TaskFilter(q, area, siteType, state, inspector, unassigned), Slice.limit(limit), after);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "计划的进度（按区域和类型）")
    @GetMapping("/api/inspection-plans/{id}/progress")
    List<ProgressView> progress(CurrentUser user, @PathVariable UUID id) {
        return queries.progress(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "可分派的督查员")
    @GetMapping("/api/inspection-plans/{id}/inspectors")
    List<InspectorView> inspectors(CurrentUser user, @PathVariable UUID id) {
        return inspectors.forPlan(access.own(user, id)).stream()
                .map(account -> new InspectorView(
                        account.id(), account.name(), account.roles().contains(StandardRole.INSPECTOR.name())))
                .toList();
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "分派督查员")
    @PostMapping("/api/inspection-plans/{id}/assignments")
    AssignedView assign(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody AssignmentForm form) {
        List<UUID> tasks = form.taskIds() == null ? List.of() : form.taskIds();
        return new AssignedView(assigning.assign(
                user,
                id,
                new AssignInspectors.Choice(tasks, form.areaCode(), form.siteType()),
                form.inspectorIds().stream().distinct().toList()));
    }

    @Allow(Permission.INSPECTION_PERFORM)
    @Operation(summary = "我的督查任务")
    @GetMapping("/api/inspection-tasks/mine")
    List<MyTaskView> mine(CurrentUser user) {
        return queries.mine(user);
    }

    @Allow(Permission.INSPECTION_PERFORM)
    @Operation(summary = "说明点位查不到")
    @PostMapping("/api/inspection-tasks/{id}/obstacles")
    void obstruct(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ObstacleForm form) {
        obstacles.report(user, id, form.reason());
    }

    @Allow(Permission.INSPECTION_PERFORM)
    @Operation(summary = "点位的检查表（按任务、点位二维码或点位）")
    @GetMapping("/api/inspection-sheets")
    SheetView sheet(
            CurrentUser user,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable UUID site) {
        if (task != null) {
            return sheets.ofTask(user, task);
        }
        if (token != null) {
            return sheets.ofToken(user, token);
        }
        if (site != null) {
            return sheets.ofSite(user, site);
        }
        throw new BadInput("task", "请指明任务、二维码或点位。");
    }
}
