package org.civitas.scoring.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.CaseIntake;
import org.civitas.casework.NewCase;
import org.civitas.inspection.PlanDrafting;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.scoring.domain.forecast.ForecastResult.SiteLoss;
import org.civitas.scoring.persistence.ForecastBatches;
import org.civitas.scoring.persistence.ForecastBatches.Batch;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 使用预测 — makes an inspection plan or cases out of chosen sites; the same choice is made into the same thing once.
 *
 * <p>Undone as any other: a plan is withdrawn, a case that waits for acceptance is not accepted.
 */
@Service
public class UseForecast {

    /** 生成所得 — {@code already}: it had been made before, nothing was made now. */
    public record Made(Batch batch, boolean already) {}

    private static final int MOST = 200;
    private static final int ITEMS_NAMED = 3;

    private final ForecastSight sight;
    private final ForecastEvidence evidence;
    private final ForecastBatches batches;
    private final PlanDrafting plans;
    private final CaseIntake cases;
    private final AuditTrail audit;
    private final Clock clock;

    UseForecast(
            ForecastSight sight,
            ForecastEvidence evidence,
            ForecastBatches batches,
            PlanDrafting plans,
            CaseIntake cases,
            AuditTrail audit,
            Clock clock) {
        this.sight = sight;
        this.evidence = evidence;
        this.batches = batches;
        this.plans = plans;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** An inspection of exactly these sites, ready to be given to inspectors. */
    @Transactional
    public Made plan(
            CurrentUser user, UUID forecastId, List<UUID> siteIds, String title, PlanKind kind, Period period) {
        Stored stored = sight.seeSites(user, forecastId);
        List<SiteLoss> chosen = chosen(stored, siteIds);
        Optional<Batch> before = before(forecastId, "PLAN", chosen);
        if (before.isPresent()) {
            return new Made(before.get(), true);
        }
        UUID plan = plans.draft(
                user,
                new PlanDrafting.Draft(
                        title,
                        kind,
                        stored.head().editionId(),
                        period,
                        stored.head().areaCode(),
                        ids(chosen),
                        "按测评预测指定点位"));
        return made(user, forecastId, chosen, plan, List.of());
    }

    /** For every site one case that waits for acceptance and names the items that are most likely to fail. */
    @Transactional
    public Made cases(CurrentUser user, UUID forecastId, List<UUID> siteIds, String typeCode) {
        Stored stored = sight.seeSites(user, forecastId);
        List<SiteLoss> chosen = chosen(stored, siteIds);
        Optional<Batch> before = before(forecastId, "CASES", chosen);
        if (before.isPresent()) {
            return new Made(before.get(), true);
        }
        ForecastEvidence.Items items = evidence.items(forecastId);
        List<UUID> made = new ArrayList<>();
        for (SiteLoss site : chosen) {
            // what a secret plan found may not reach the unit before its release
            List<String> named = stored.secretPlans() > 0 ? List.of() : items.likelyToFail(site.siteId(), ITEMS_NAMED);
            UUID request = UUID.nameUUIDFromBytes((forecastId + "/" + site.siteId()).getBytes(StandardCharsets.UTF_8));
            made.add(cases.report(request, problem(site, named, typeCode)).caseId());
        }
        return made(user, forecastId, chosen, null, made);
    }

    private NewCase problem(SiteLoss site, List<String> items, String typeCode) {
        String description =
                "测评预测：该点位预计失分较多，请对照检查并整改。" + (items.isEmpty() ? "" : "最可能不符合的检查项：" + String.join("；", items) + "。");
        return new NewCase(
                typeCode,
                CaseChannel.OFFICER,
                description,
                site.areaCode(),
                site.siteId(),
                site.name(),
                site.typeCode(),
                null,
                null,
                "",
                null,
                List.of(),
                clock.instant(),
                null,
                null,
                false);
    }

    private static List<SiteLoss> chosen(Stored stored, List<UUID> siteIds) {
        Map<UUID, SiteLoss> known = new HashMap<>();
        stored.result().sites().forEach(site -> known.put(site.siteId(), site));
        Map<UUID, SiteLoss> chosen = new LinkedHashMap<>();
        siteIds.stream().filter(known::containsKey).forEach(id -> chosen.put(id, known.get(id)));
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw new RuleViolation("forecast.selection.size", "请选择 1 到 " + MOST + " 个点位。");
        }
        return List.copyOf(chosen.values());
    }

    private Optional<Batch> before(UUID forecastId, String kind, List<SiteLoss> chosen) {
        batches.lock(forecastId);
        return batches.find(forecastId, kind, selection(chosen));
    }

    private Made made(
            CurrentUser user,
            UUID forecastId,
            List<SiteLoss> chosen,
            @org.jspecify.annotations.Nullable UUID plan,
            List<UUID> caseIds) {
        String kind = plan != null ? "PLAN" : "CASES";
        Batch batch = new Batch(kind, ids(chosen), plan, caseIds, clock.instant(), user.name());
        batches.add(forecastId, selection(chosen), batch);
        audit.record(
                plan != null ? "forecast.plan" : "forecast.cases",
                "forecast",
                forecastId,
                Map.of("sites", chosen.size(), "made", plan != null ? List.of(plan) : caseIds));
        return new Made(batch, false);
    }

    private static List<UUID> ids(List<SiteLoss> chosen) {
        return chosen.stream().map(SiteLoss::siteId).toList();
    }

    /** The same sites in any order are the same choice. */
    private static String selection(List<SiteLoss> chosen) {
        String all = String.join(
                ",",
                new TreeSet<>(chosen.stream().map(s -> s.siteId().toString()).toList()));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
