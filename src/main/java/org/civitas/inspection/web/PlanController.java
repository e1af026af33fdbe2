package org.civitas.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.application.ChangePlanState;
import org.civitas.inspection.application.PlanQueries;
import org.civitas.inspection.application.PlanQueries.PlanFilter;
import org.civitas.inspection.application.PlanQueries.PlanListView;
import org.civitas.inspection.application.PlanQueries.PlanView;
import org.civitas.inspection.application.SavePlan;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inspection-plans")
@Tag(name = "inspection")
class PlanController {

    record QuotaForm(
            @NotBlank(message = "请选择点位类型。") String siteType,
            @NotBlank(message = "请选择区域。") String areaCode,
            @Min(value = 1, message = "配额至少为 1。") int number) {}

    record PlanForm(
            @NotBlank(message = "请填写计划名称。") String title,
            @NotNull(message = "请选择督查方式。") PlanKind kind,
            @NotNull(message = "请选择测评体系。") UUID editionId,
            @NotNull(message = "请选择开始日期。") LocalDate firstDay,
            @NotNull(message = "请选择结束日期。") LocalDate lastDay,
            @NotBlank(message = "请选择督查区域。") String areaCode,
            boolean preferNeverDrawn,
            @NotNull(message = "请填写配额。") List<@Valid QuotaForm> quotas,
            int version) {

        SavePlan.Input input() {
            return new SavePlan.Input(
                    title,
                    kind,
                    editionId,
                    firstDay,
                    lastDay,
                    areaCode,
                    preferNeverDrawn,
                    quotas.stream()
                            .map(q -> new QuotaCell(q.siteType(), q.areaCode(), q.number()))
                            .toList());
        }
    }

    record ReasonForm(@NotBlank(message = "请写明理由。") String reason) {}

    record PlanId(UUID id) {}

    private final PlanQueries queries;
    private final SavePlan saving;
    private final ChangePlanState states;

    PlanController(PlanQueries queries, SavePlan saving, ChangePlanState states) {
        this.queries = queries;
        this.saving = saving;
        this.states = states;
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "督查计划列表")
    @GetMapping
    Slice<PlanListView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable PlanKind kind,
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return queries.list(user, new PlanFilter(q, kind, state), Slice.limit(limit), after);
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "督查计划")
    @GetMapping("/{id}")
    PlanView one(CurrentUser user, @PathVariable UUID id) {
        return queries.page(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "新建督查计划")
    @PostMapping
    PlanId create(CurrentUser user, @Valid @RequestBody PlanForm form) {
        return new PlanId(saving.save(user, null, 0, form.input()));
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "修改督查计划草稿")
    @PutMapping("/{id}")
    PlanView change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PlanForm form) {
        saving.save(user, id, form.version(), form.input());
        return queries.page(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "开始督查")
    @PostMapping("/{id}/starts")
    PlanView start(CurrentUser user, @PathVariable UUID id) {
        states.start(user, id);
        return queries.page(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "结束督查")
    @PostMapping("/{id}/finishes")
    PlanView finish(CurrentUser user, @PathVariable UUID id) {
        states.finish(user, id);
        return queries.page(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "撤回督查计划")
    @PostMapping("/{id}/withdrawals")
    PlanView withdraw(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ReasonForm form) {
        states.withdraw(user, id, form.reason());
        return queries.page(user, id);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "公开督查结果")
    @PostMapping("/{id}/releases")
    PlanView release(CurrentUser user, @PathVariable UUID id) {
        states.release(user, id);
        return queries.page(user, id);
    }
}
