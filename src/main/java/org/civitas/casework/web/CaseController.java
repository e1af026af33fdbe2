package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.CaseIntake.Receipt;
import org.civitas.casework.NewCase;
import org.civitas.casework.application.OpenCase;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.persistence.CaseLists;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.media.Pictures;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "casework")
class CaseController {

    /** @param spot where exactly, in words */
    record ReportInput(
            UUID requestId,
            String typeCode,
            String description,
            String areaCode,
            @Nullable UUID siteId,
            @Nullable String siteName,
            @Nullable String spot,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable List<UUID> pictures,
            @Nullable Instant foundAt) {}

    private final CaseLists lists;
    private final CaseViews views;
    private final CaseExport export;
    private final OpenCase openCase;
    private final Areas areas;
    private final Pictures pictures;
    private final Clock clock;

    CaseController(
            CaseLists lists,
            CaseViews views,
            CaseExport export,
            OpenCase openCase,
            Areas areas,
            Pictures pictures,
            Clock clock) {
        this.lists = lists;
        this.views = views;
        this.export = export;
        this.openCase = openCase;
        this.areas = areas;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Allow({Permission.CASE_READ, Permission.CASE_VERIFY})
    @Operation(summary = "问题台账：按条件列出数据范围内的案件")
    @GetMapping("/api/cases")
    Slice<CaseView> list(
            CurrentUser user,
            @ModelAttribute CaseQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = lists.page(query.filter(), CaseScope.of(user), query.order(), Slice.limit(limit), after);
        return new Slice<>(views.lines(page.items(), user), page.next(), page.total());
    }

    @Exports("cases")
    @Allow({Permission.CASE_READ, Permission.CASE_VERIFY})
    @Operation(summary = "导出问题台账")
    @GetMapping("/api/cases/export")
    ResponseEntity<Resource> export(CurrentUser user, @ModelAttribute CaseQuery query) {
        return export.of(query.filter(), user);
    }

    @Allow({Permission.CASE_READ, Permission.CASE_VERIFY})
    @Operation(summary = "一个案件：经过、期限和可做的操作")
    @GetMapping("/api/cases/{id}")
    CaseDetailView one(CurrentUser user, @PathVariable UUID id) {
        return lists.byId(id, CaseScope.of(user))
                .map(row -> views.detail(row, user))
                .orElseThrow(() -> new NotFound("问题"));
    }

    @Allow(Permission.CASE_REPORT)
    @Operation(summary = "上报问题；同一 requestId 只上报一次")
    @PostMapping("/api/cases")
    Receipt report(CurrentUser user, @RequestBody ReportInput input) {
        if (areas.byCode(input.areaCode()).isEmpty()) {
            throw new BadInput("areaCode", "没有代码为“" + input.areaCode() + "”的区域，请重新选择。");
        }
        if (!user.scope().covers(input.areaCode())) {
            throw new BadInput("areaCode", "这个区域不在您的数据范围内，请重新选择。");
        }
        NewCase problem = problem(input);
        pictures.attachable(user, problem.pictures());
        return openCase.open(
                input.requestId(), problem, new StepActor(user.accountId(), user.name(), user.unitId()), false);
    }

    private NewCase problem(ReportInput input) {
        GeoPoint position = input.longitude() == null || input.latitude() == null
                ? null
                : new GeoPoint(input.longitude(), input.latitude());
        return new NewCase(
                input.typeCode(),
                CaseChannel.OFFICER,
                input.description().strip(),
                input.areaCode(),
                input.siteId(),
                input.siteName(),
                null,
                null,
                null,
                input.spot() == null ? "" : input.spot().strip(),
                position,
                input.pictures() == null ? List.of() : input.pictures(),
                input.foundAt() == null ? clock.instant() : input.foundAt(),
                null,
                null,
                false);
    }
}
