package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.scoring.application.ForecastEvidence;
import org.civitas.scoring.application.ForecastPreparation;
import org.civitas.scoring.application.ForecastSight;
import org.civitas.scoring.application.MakeForecast;
import org.civitas.scoring.persistence.ForecastBatches;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.civitas.scoring.web.ForecastViews.ForecastRowView;
import org.civitas.scoring.web.ForecastViews.ForecastView;
import org.civitas.scoring.web.ForecastViews.PreparedView;
import org.civitas.scoring.web.ForecastViews.WhatIfView;
import org.civitas.scoring.web.RoundViews.WorkStartedView;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class ForecastController {

    record ForecastOrder(
            @NotNull(message = "请选择测评体系。") UUID editionId,
            @NotBlank(message = "请选择区划。") String areaCode,
            @NotEmpty(message = "请填写抽样方案。") Map<String, Integer> plan,

            @NotNull(message = "请填写目标分。")
            @DecimalMin(value = "0", message = "目标分应在 0 到 100 之间。")
            @DecimalMax(value = "100", message = "目标分应在 0 到 100 之间。")
            BigDecimal target,

            @Min(value = 100, message = "模拟次数应在 100 到 100000 之间。")
            @Max(value = 100_000, message = "模拟次数应在 100 到 100000 之间。")
            @Nullable
            Integer draws,

            @Nullable Long seed,
            @Nullable Double halfLifeDays) {

        MakeForecast.Order order() {
            return new MakeForecast.Order(
                    editionId,
                    areaCode,
                    plan,
                    Points.of(target).nanos(),
                    draws == null ? USUAL_DRAWS : draws,
                    seed == null ? RANDOM.nextLong(LARGEST_SEED) : seed,
                    halfLifeDays == null ? USUAL_HALF_LIFE : halfLifeDays);
        }
    }

    record SelectionInput(
            @NotNull(message = "请至少选择一个点位。") @Size(min = 1, max = 200, message = "请选择 1 到 200 个点位。")
            List<UUID> siteIds) {}

    private static final int USUAL_DRAWS = 10_000;
    private static final double USUAL_HALF_LIFE = 30;

    /** Fits into a JavaScript number. */
    private static final long LARGEST_SEED = 1L << 48;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Forecasts forecasts;
    private final ForecastBatches batches;
    private final ForecastSight sight;
    private final ForecastPreparation preparation;
    private final ForecastEvidence evidence;
    private final MakeForecast making;

    ForecastController(
            Forecasts forecasts,
            ForecastBatches batches,
            ForecastSight sight,
            ForecastPreparation preparation,
            ForecastEvidence evidence,
            MakeForecast making) {
        this.forecasts = forecasts;
        this.batches = batches;
        this.sight = sight;
        this.preparation = preparation;
        this.evidence = evidence;
        this.making = making;
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "测评预测列表，新的在前；只给本级及上级的组织者和领导")
    @GetMapping("/api/forecasts")
    Slice<ForecastRowView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!ForecastSight.sees(user)) {
            return new Slice<>(List.of(), null, 0L);
        }
        int asked = Slice.limit(limit);
        var rows = forecasts.list(user.scope().areaCode(), Cursor.read(after, 2), asked);
        return Slice.of(rows, asked, row -> Cursor.of(row.createdAt(), row.id()), null)
                .map(ForecastViews::row);
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "预测准备：每类点位有多少个、建议抽几个，哪些内容不会计入")
    @GetMapping("/api/forecasts/preparation")
    PreparedView prepare(CurrentUser user, @RequestParam UUID editionId, @RequestParam String areaCode) {
        var prepared = preparation.prepare(user, editionId, areaCode);
        return new PreparedView(prepared.types(), ForecastViews.leftOut(prepared.leftOut()));
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "作一次预测，在后台进行；种子不写则随机，写明则同一输入得同一结果")
    @PostMapping("/api/forecasts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WorkStartedView make(CurrentUser user, @Valid @RequestBody ForecastOrder order) {
        return new WorkStartedView(making.start(user, order.order()));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "一次预测：预期得分、区间、达标把握、各标准预期失分；单位和整改效果只给组织测评者")
    @GetMapping("/api/forecasts/{id}")
    ForecastView one(CurrentUser user, @PathVariable UUID id) {
        Stored stored = sight.see(user, id);
        boolean open = ForecastSight.seesSites(user);
        return ForecastViews.of(stored, open, open ? batches.of(id) : List.of());
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "整改推演：所选点位整改后，同一批模拟会得多少分")
    @PostMapping("/api/forecasts/{id}/what-ifs")
    WhatIfView whatIf(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody SelectionInput input) {
        var result = evidence.whatIf(
                sight.seeSites(user, id), input.siteIds().stream().distinct().collect(Collectors.toList()));
        return new WhatIfView(
                ForecastViews.points(result.mean()),
                ForecastViews.points(result.low()),
                ForecastViews.points(result.high()),
                ForecastViews.percent(result.reached()));
    }
}
