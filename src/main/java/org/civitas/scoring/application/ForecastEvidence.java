package org.civitas.scoring.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.ObservationQuery;
import org.civitas.inspection.Observations;
import org.civitas.inspection.ObservedFact;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.forecast.ForecastModel;
import org.civitas.scoring.domain.forecast.Forecasting;
import org.civitas.scoring.domain.forecast.SiteModel;
import org.civitas.scoring.domain.forecast.TypeModel;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.civitas.shared.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 预测依据 — the model behind a stored forecast: what it expects of a site, from what it saw there. */
@Component
public class ForecastEvidence {

    /** 检查项预期 — {@code pass}: probability to be found in order, where the item applies. */
    public record ItemExpectation(String itemCode, String title, double pass, double absent) {}

    /** 点位预期. */
    public record SiteExpectation(SiteModel model, List<ItemExpectation> items, List<ObservedFact> history) {}

    /** 检查项风险. */
    record Items(ForecastModel model) {

        /** Titles of the items that are most likely to fail, the likeliest first, without those that nearly always pass. */
        List<String> likelyToFail(UUID siteId, int most) {
            return expectations(model, siteId).stream()
                    .filter(item -> item.pass() < 0.95)
                    .limit(most)
                    .map(ItemExpectation::title)
                    .toList();
        }
    }

    private static final int MODELS_KEPT = 4;
    private static final int LONGEST_DAYS = 400;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Forecasts forecasts;
    private final Observations observations;

    /** Stored models never change, so those just looked at are kept unpacked. */
    private final Cache<String, ForecastModel> kept =
            Caffeine.newBuilder().maximumSize(MODELS_KEPT).build();

    ForecastEvidence(Forecasts forecasts, Observations observations) {
        this.forecasts = forecasts;
        this.observations = observations;
    }

    /** Score and probability with these sites mended, by the very draws of the forecast. */
    public Forecasting.WhatIf whatIf(Stored stored, List<UUID> siteIds) {
        return new Forecasting(model(stored.head().id()), stored.head().settings(), MakeForecast.threads())
                .mended(siteIds);
    }

    Items items(UUID forecastId) {
        return new Items(model(forecastId));
    }

    @Transactional(readOnly = true)
    public SiteExpectation site(Stored stored, UUID siteId) {
        ForecastModel model = model(stored.head().id());
        SiteModel site = find(model, siteId);
        LocalDate day = stored.head().asOf().atZone(CHINA).toLocalDate();
        List<ObservedFact> seen = new ArrayList<>();
        observations.forEachEffective(
                ObservationQuery.of(site.site().areaCode(), new Period(day.minusDays(LONGEST_DAYS), day)), fact -> {
                    if (fact.siteId().equals(siteId)
                            && !fact.visitedAt().isAfter(stored.head().asOf())) {
                        seen.add(fact);
                    }
                });
        seen.sort(Comparator.comparing(ObservedFact::visitedAt).reversed());
        return new SiteExpectation(site, expectations(model, siteId), seen);
    }

    private static SiteModel find(ForecastModel model, UUID siteId) {
        return model.types().stream()
                .flatMap(type -> type.sites().stream())
                .filter(site -> site.site().id().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new NotFound("点位"));
    }

    /** Items of a site, the likeliest to fail first. */
    static List<ItemExpectation> expectations(ForecastModel model, UUID siteId) {
        Map<String, String> titles = new HashMap<>();
        model.edition().items().forEach((code, item) -> titles.put(code, item.title()));
        List<ItemExpectation> rows = new ArrayList<>();
        for (TypeModel type : model.types()) {
            for (SiteModel site : type.sites()) {
                if (site.site().id().equals(siteId)) {
                    for (int i = 0; i < type.items().size(); i++) {
                        String code = type.items().get(i).code();
                        rows.add(new ItemExpectation(
                                code, titles.getOrDefault(code, code), site.pass()[i], site.absent()[i]));
                    }
                }
            }
        }
        rows.sort(Comparator.comparingDouble(ItemExpectation::pass).thenComparing(ItemExpectation::itemCode));
        return rows;
    }

    private ForecastModel model(UUID forecastId) {
        return kept.get(CurrentCity.required().value() + "/" + forecastId, key -> forecasts.model(forecastId));
    }
}
