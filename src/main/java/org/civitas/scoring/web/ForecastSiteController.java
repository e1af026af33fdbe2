package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.civitas.inspection.ObservedFact;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.scoring.application.ForecastEvidence;
import org.civitas.scoring.application.ForecastSight;
import org.civitas.scoring.application.UseForecast;
import org.civitas.scoring.domain.forecast.ForecastResult.SiteLoss;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.civitas.scoring.web.ForecastViews.MadeView;
import org.civitas.scoring.web.ForecastViews.SiteLossView;
import org.civitas.shared.Period;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class ForecastSiteController {

    record PlanInput(
            @NotNull(message = "请至少选择一个点位。") @Size(min = 1, max = 200, message = "请选择 1 到 200 个点位。")
            List<UUID> siteIds,

            @NotBlank(message = "请填写计划名称。") String title,
            @NotNull(message = "请选择督查方式。") PlanKind kind,
            @NotNull(message = "请选择开始日期。") LocalDate firstDay,
            @NotNull(message = "请选择结束日期。") LocalDate lastDay) {}

    record CasesInput(
            @NotNull(message = "请至少选择一个点位。") @Size(min = 1, max = 200, message = "请选择 1 到 200 个点位。")
            List<UUID> siteIds,

            @NotBlank(message = "请选择问题类型。") String typeCode) {}

    record ForecastItemView(String itemCode, String title, BigDecimal pass, BigDecimal absent) {}

    record ForecastSeenView(
            Instant at,
            String kind,
            String itemCode,
            String itemText,
            String outcome,
            boolean failed,
            String faultWords) {}

    /** {@code shared}: part of the spread that all items of the site have in common; {@code weight}: history by its age. */
    record ForecastSiteView(
            SiteLossView site,
            List<ForecastItemView> items,
            List<ForecastSeenView> history,
            BigDecimal shared,
            BigDecimal weight,
            int seen) {}

    private static final int HISTORY_SHOWN = 200;

    private final ForecastSight sight;
    private final ForecastEvidence evidence;
    private final UseForecast using;
    private final Areas areas;

    ForecastSiteController(ForecastSight sight, ForecastEvidence evidence, UseForecast using, Areas areas) {
        this.sight = sight;
        this.evidence = evidence;
        this.using = using;
        this.areas = areas;
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "整改收益榜：可能抽到的点位，预期失分多的在前")
    @GetMapping("/api/forecasts/{id}/sites")
    Slice<SiteLossView> sites(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Stored stored = sight.seeSites(user, id);
        int asked = Slice.limit(limit);
        Cursor from = Cursor.read(after, 1);
        List<SiteLoss> all = stored.result().sites();
        List<Integer> ranks = IntStream.range(0, all.size())
                .filter(rank -> from == null || rank > from.number(0))
                .filter(rank -> type == null || all.get(rank).typeCode().equals(type))
                .limit(asked + 1L)
                .boxed()
                .toList();
        Map<String, Area> names = names(ranks.stream().map(all::get).toList());
        return Slice.of(ranks, asked, rank -> Cursor.of(rank), (long) all.size())
                .map(rank -> view(stored, all.get(rank), rank + 1, names));
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "一个点位的预测依据：每个检查项的符合概率和历次检查")
    @GetMapping("/api/forecasts/{id}/sites/{siteId}")
    ForecastSiteView site(CurrentUser user, @PathVariable UUID id, @PathVariable UUID siteId) {
        Stored stored = sight.seeSites(user, id);
        List<SiteLoss> all = stored.result().sites();
        int rank = IntStream.range(0, all.size())
                .filter(i -> all.get(i).siteId().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new NotFound("点位"));
        var expected = evidence.site(stored, siteId);
        return new ForecastSiteView(
                view(stored, all.get(rank), rank + 1, names(List.of(all.get(rank)))),
                expected.items().stream()
                        .map(item -> new ForecastItemView(
                                item.itemCode(),
                                item.title(),
                                ForecastViews.percent(item.pass()),
                                ForecastViews.percent(item.absent())))
                        .toList(),
                expected.history().stream()
                        .limit(HISTORY_SHOWN)
                        .map(ForecastSiteController::seen)
                        .toList(),
                ForecastViews.percent(expected.model().shared()),
                BigDecimal.valueOf(expected.model().weight()).setScale(1, java.math.RoundingMode.HALF_UP),
                expected.history().size());
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "由所选点位生成督查计划；同一选择再次提交只告知已生成的计划")
    @PostMapping("/api/forecasts/{id}/plans")
    MadeView plan(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PlanInput input) {
        var made = using.plan(
                user, id, input.siteIds(), input.title(), input.kind(), new Period(input.firstDay(), input.lastDay()));
        return new MadeView(ForecastViews.batch(made.batch()), made.already());
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "由所选点位生成一批待受理的问题；同一选择再次提交只告知已生成的问题")
    @PostMapping("/api/forecasts/{id}/cases")
    MadeView cases(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody CasesInput input) {
        var made = using.cases(user, id, input.siteIds(), input.typeCode());
        return new MadeView(ForecastViews.batch(made.batch()), made.already());
    }

    private static ForecastSeenView seen(ObservedFact fact) {
        var grade = fact.grade();
        String outcome = grade != null
                ? grade.letter() + " 级"
                : fact.count() != null
                        ? fact.count() + " 处"
                        : fact.figure() != null
                                ? fact.figure().toPlainString()
                                : fact.outcome().label();
        return new ForecastSeenView(
                fact.visitedAt(),
                fact.kind().label(),
                fact.checkItemCode(),
                fact.checkItemText(),
                outcome,
                fact.failed(),
                fact.faultWords());
    }

    private static SiteLossView view(Stored stored, SiteLoss site, int rank, Map<String, Area> names) {
        Area area = names.get(site.areaCode());
        return ForecastViews.site(stored, site, rank, area == null ? site.areaCode() : area.name());
    }

    private Map<String, Area> names(List<SiteLoss> sites) {
        Set<String> codes = new HashSet<>();
        sites.forEach(site -> codes.add(site.areaCode()));
        return areas.byCodes(codes);
    }
}
