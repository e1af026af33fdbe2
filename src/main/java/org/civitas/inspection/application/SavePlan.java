package org.civitas.inspection.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanCommand;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.inspection.domain.QuotaTable;
import org.civitas.inspection.persistence.Plans;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.Ids;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Editions;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a new plan, or changes a draft. */
@Service
public class SavePlan {

    /** What the office fills in. */
    public record Input(
            String title,
            PlanKind kind,
            UUID editionId,
            LocalDate firstDay,
            LocalDate lastDay,
            String areaCode,
            boolean preferNeverDrawn,
            List<QuotaCell> quotas) {}

    private final Plans plans;
    private final PlanAccess access;
    private final Areas areas;
    private final SiteTypes siteTypes;
    private final Editions editions;
    private final AuditTrail audit;
    private final Clock clock;

    SavePlan(
            Plans plans,
            PlanAccess access,
            Areas areas,
            SiteTypes siteTypes,
            Editions editions,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.access = access;
        this.areas = areas;
        this.siteTypes = siteTypes;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param planId null for a new plan; {@code version} is the one the office saw */
    @Transactional
    public UUID save(CurrentUser user, @Nullable UUID planId, int version, Input input) {
        InspectionPlan plan = planId == null ? draft(user, input) : changed(access.own(user, planId), version, input);
        QuotaTable quotas = new QuotaTable(input.quotas());
        plan.requireQuotasInside(quotas);
        requireKnown(plan, quotas);
        if (planId == null) {
            plans.insert(plan);
        } else {
            plans.update(plan, null);
        }
        plans.replaceQuotas(plan.id(), quotas);
        audit.record(
                planId == null ? "inspection-plan.create" : "inspection-plan.edit",
                "inspection-plan",
                plan.id(),
                Map.of("title", plan.title(), "quotas", quotas.cells().size(), "total", quotas.total()));
        return plan.id();
    }

    private InspectionPlan draft(CurrentUser user, Input input) {
        if (!PlanAccess.viewer(user).plansInspections()) {
            throw new NotFound("督查计划");
        }
        return new InspectionPlan(
                Ids.next(),
                input.title(),
                input.kind(),
                input.editionId(),
                new Period(input.firstDay(), input.lastDay()),
                input.areaCode(),
                user.scope().areaCode(),
                input.preferNeverDrawn(),
                PlanState.DRAFT,
                null,
                user.accountId(),
                clock.instant(),
                0);
    }

    private static InspectionPlan changed(InspectionPlan plan, int version, Input input) {
        InspectionPlan edited = plan.after(PlanCommand.EDIT);
        return new InspectionPlan(
                edited.id(),
                input.title(),
                input.kind(),
                input.editionId(),
                new Period(input.firstDay(), input.lastDay()),
                input.areaCode(),
                edited.ownerAreaCode(),
                input.preferNeverDrawn(),
                edited.state(),
                null,
                edited.createdBy(),
                edited.createdAt(),
                version);
    }

    private void requireKnown(InspectionPlan plan, QuotaTable quotas) {
        if (editions.find(plan.editionId()).filter(e -> e.state().locked()).isEmpty()) {
            throw new RuleViolation("inspection.plan.edition", "请选择一个已启用的测评体系。");
        }
        Set<String> codes = quotas.cells().stream().map(QuotaCell::areaCode).collect(Collectors.toSet());
        codes.add(plan.areaCode());
        Set<String> known = areas.byCodes(codes).keySet();
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new RuleViolation("inspection.plan.area-unknown", "没有代码为 " + code + " 的区域。");
        });
        quotas.cells().stream()
                .map(QuotaCell::siteType)
                .filter(type -> siteTypes.find(type).isEmpty())
                .findFirst()
                .ifPresent(type -> {
                    throw new RuleViolation("inspection.quota.type-unknown", "没有“" + type + "”这种点位类型。");
                });
    }
}
