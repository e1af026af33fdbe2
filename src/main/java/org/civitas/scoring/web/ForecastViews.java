package org.civitas.scoring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.application.ForecastPreparation.TypeQuota;
import org.civitas.scoring.domain.forecast.ForecastResult;
import org.civitas.scoring.domain.forecast.ForecastResult.SiteLoss;
import org.civitas.scoring.persistence.ForecastBatches.Batch;
import org.civitas.scoring.persistence.Forecasts.LeftOut;
import org.civitas.scoring.persistence.Forecasts.Row;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/** What the browser gets of forecasts: scores and losses in per cent of the judged points, probabilities in per cent. */
final class ForecastViews {

    private static final int BATCHES = 20;

    record ForecastRowView(
            UUID id,
            String editionTitle,
            String areaName,
            Instant madeAt,
            String madeBy,
            BigDecimal mean,
            BigDecimal low,
            BigDecimal high,
            BigDecimal target,
            BigDecimal reached) {}

    record PlanRowView(String typeCode, String typeName, int number) {}

    record BinView(BigDecimal from, int draws) {}

    record CriterionLossView(String code, String title, BigDecimal loss, BigDecimal judged) {}

    record UnitLossView(String line, @Nullable UUID unitId, String name, BigDecimal loss) {}

    record TurnView(int mended, BigDecimal mean, BigDecimal reached) {}

    record LeftOutView(String method, int requirements, BigDecimal points, String why) {}

    record FixedView(
            String code,
            String label,
            BigDecimal got,
            BigDecimal judged,
            BigDecimal deviation,
            @Nullable LocalDate asOf) {}

    record BatchView(
            String kind,
            List<UUID> siteIds,
            @Nullable UUID planId,
            List<UUID> caseIds,
            Instant madeAt,
            String madeBy) {}

    record MadeView(BatchView batch, boolean already) {}

    record PreparedView(List<TypeQuota> types, List<LeftOutView> leftOut) {}

    record WhatIfView(BigDecimal mean, BigDecimal low, BigDecimal high, BigDecimal reached) {}

    /** {@code units} and {@code turns} only for those who organise rounds; null for others. */
    record ForecastView(
            UUID id,
            UUID editionId,
            String editionTitle,
            String areaCode,
            String areaName,
            Instant madeAt,
            String madeBy,
            Instant asOf,
            String seed,
            int draws,
            BigDecimal halfLifeDays,
            BigDecimal target,
            List<PlanRowView> plan,
            BigDecimal mean,
            BigDecimal low,
            BigDecimal high,
            BigDecimal deviation,
            BigDecimal meanError,
            @Nullable BigDecimal expected,
            BigDecimal reached,
            List<BinView> bins,
            List<CriterionLossView> criteria,
            @Nullable List<UnitLossView> units,
            @Nullable List<TurnView> turns,
            @Nullable List<BatchView> batches,
            List<LeftOutView> leftOut,
            List<FixedView> fixed,
            BigDecimal visitCorrelation,
            BigDecimal siteCorrelation,
            int sitesPlanned,
            int population,
            int neverVisited,
            int history,
            int secretPlans,
            boolean sitesOpen) {}

    record SiteLossView(
            int rank,
            UUID siteId,
            String code,
            String name,
            String typeCode,
            String typeName,
            String areaCode,
            String areaName,
            @Nullable String department,
            @Nullable String territory,
            BigDecimal drawn,
            BigDecimal loss,
            BigDecimal lossIfDrawn,
            BigDecimal pass,
            int visits) {}

    private ForecastViews() {}

    static ForecastRowView row(Row row) {
        return new ForecastRowView(
                row.id(),
                row.editionTitle(),
                row.areaName(),
                row.createdAt().toInstant(),
                row.createdBy(),
                points(row.mean()),
                points(row.low()),
                points(row.high()),
                points(row.target()),
                percent(row.reached()));
    }

    static ForecastView of(Stored stored, boolean sitesOpen, List<Batch> made) {
        var head = stored.head();
        var result = stored.result();
        Map<String, String> types = stored.words().types();
        return new ForecastView(
                head.id(),
                head.editionId(),
                head.editionTitle(),
                head.areaCode(),
                head.areaName(),
                head.createdAt(),
                head.createdBy(),
                head.asOf(),
                Long.toString(head.settings().seed()),
                head.settings().draws(),
                BigDecimal.valueOf(head.settings().halfLifeDays()).stripTrailingZeros(),
                points(head.settings().target()),
                head.settings().plan().sitesByType().entrySet().stream()
                        .map(e -> new PlanRowView(e.getKey(), types.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
                        .toList(),
                points(result.mean()),
                points(result.low()),
                points(result.high()),
                points(result.deviation()),
                exact(result.meanError()),
                result.expected() == null ? null : points(result.expected()),
                percent(result.reached()),
                result.bins().stream()
                        .map(bin -> new BinView(points(bin.from()), bin.draws()))
                        .toList(),
                result.criteria().stream()
                        .map(c -> new CriterionLossView(c.code(), c.title(), exact(c.loss()), percent(c.judged())))
                        .toList(),
                sitesOpen ? units(stored) : null,
                sitesOpen ? turns(result) : null,
                sitesOpen
                        ? made.stream().limit(BATCHES).map(ForecastViews::batch).toList()
                        : null,
                leftOut(stored.leftOut()),
                result.fixed().stream()
                        .map(f -> new FixedView(
                                f.code(),
                                f.method().word(),
                                points(Math.round(f.mean())),
                                points(f.judged()),
                                points(Math.round(f.deviation())),
                                f.asOf()))
                        .toList(),
                share(result.correlation().visit()),
                share(result.correlation().site()),
                result.planned().sites(),
                result.planned().population(),
                result.planned().neverVisited(),
                result.planned().history(),
                sitesOpen ? stored.secretPlans() : 0,
                sitesOpen);
    }

    static List<LeftOutView> leftOut(List<LeftOut> rows) {
        return rows.stream()
                .map(l -> new LeftOutView(l.method(), l.requirements(), points(l.points()), l.why()))
                .toList();
    }

    private static List<UnitLossView> units(Stored stored) {
        return stored.result().units().stream()
                .map(u -> new UnitLossView(
                        u.line(),
                        u.unitId(),
                        u.unitId() == null
                                ? "无责任单位"
                                : stored.words().units().getOrDefault(u.unitId().toString(), ""),
                        exact(u.loss())))
                .toList();
    }

    private static List<TurnView> turns(ForecastResult result) {
        List<TurnView> turns = new ArrayList<>();
        result.turns().forEach(t -> turns.add(new TurnView(turns.size(), points(t.mean()), percent(t.reached()))));
        return turns;
    }

    static SiteLossView site(Stored stored, SiteLoss site, int rank, String areaName) {
        Map<String, String> units = stored.words().units();
        return new SiteLossView(
                rank,
                site.siteId(),
                site.code(),
                site.name(),
                site.typeCode(),
                stored.words().types().getOrDefault(site.typeCode(), site.typeCode()),
                site.areaCode(),
                areaName,
                site.department() == null ? null : units.get(site.department().toString()),
                site.territory() == null ? null : units.get(site.territory().toString()),
                percent(site.drawn()),
                exact(site.loss()),
                exact(site.lossIfDrawn()),
                percent(site.pass()),
                site.visits());
    }

    static BatchView batch(Batch batch) {
        return new BatchView(
                batch.kind(), batch.siteIds(), batch.planId(), batch.caseIds(), batch.madeAt(), batch.madeBy());
    }

    static BigDecimal points(long nanos) {
        return new Points(nanos).shown();
    }

    /** Three places: single losses are small. */
    static BigDecimal exact(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP);
    }

    /** Per cent with one place: the number of draws does not bear more. */
    static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    }
}
