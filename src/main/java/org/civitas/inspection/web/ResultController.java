package org.civitas.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.application.CorrectObservation;
import org.civitas.inspection.application.ResultQueries;
import org.civitas.inspection.application.ResultQueries.ResultFilter;
import org.civitas.inspection.application.ResultQueries.ResultView;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.Slice;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/observations")
@Tag(name = "inspection")
class ResultController {

    record CorrectionForm(
            @NotNull(message = "请填写更正后的记录。") @Valid ObservationForm observation,
            @NotBlank(message = "更正须写明理由。") String reason) {}

    private static final List<ExportColumn<ResultView>> COLUMNS = List.of(
            ExportColumn.<ResultView>text("点位", ResultView::siteName).wide(28),
            ExportColumn.text("点位类型", ResultView::siteTypeName),
            ExportColumn.<ResultView>text("区域", ResultView::areaName).wide(28),
            ExportColumn.text("督查方式", ResultView::kindName),
            ExportColumn.text("检查项编码", ResultView::checkItemCode),
            ExportColumn.<ResultView>text("检查项", ResultView::checkItemText).wide(40),
            ExportColumn.text("结果", ResultView::verdict),
            ExportColumn.<ResultView>text("问题", ResultView::faultWords).wide(40),
            ExportColumn.number("照片数", row -> row.pictures().size()),
            ExportColumn.time("判定时间", ResultView::observedAt),
            ExportColumn.text("督查员", ResultView::inspectorName));

    private final ResultQueries queries;
    private final CorrectObservation correcting;

    ResultController(ResultQueries queries, CorrectObservation correcting) {
        this.queries = queries;
        this.correcting = correcting;
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "检查结果列表")
    @GetMapping
    Slice<ResultView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String siteType,
            @RequestParam(required = false) @Nullable PlanKind kind,
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate visitedFrom,
            @RequestParam(required = false) @Nullable LocalDate visitedTo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new ResultFilter(plan, null, site, area, siteType, kind, failed, q, visitedFrom, visitedTo);
        return queries.list(user, filter, Slice.limit(limit), after);
    }

    @Exports("observations")
    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "导出检查结果")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            CurrentUser user,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String siteType,
            @RequestParam(required = false) @Nullable PlanKind kind,
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate visitedFrom,
            @RequestParam(required = false) @Nullable LocalDate visitedTo) {
        var filter = new ResultFilter(plan, null, site, area, siteType, kind, failed, q, visitedFrom, visitedTo);
        return XlsxAnswer.of("检查结果", out -> {
            try (var sheet = SheetWriter.open(out, "检查结果", COLUMNS)) {
                queries.each(user, filter, sheet::add);
            }
        });
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ, Permission.INSPECTION_PERFORM})
    @Operation(summary = "一条检查记录及其更正经过")
    @GetMapping("/{id}")
    List<ResultView> history(CurrentUser user, @PathVariable UUID id) {
        return queries.history(user, id);
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_PERFORM})
    @Operation(summary = "更正检查记录")
    @PostMapping("/{id}/corrections")
    List<ResultView> correct(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody CorrectionForm form) {
        correcting.correct(user, id, form.observation().entry(), form.reason());
        return queries.history(user, id);
    }
}
