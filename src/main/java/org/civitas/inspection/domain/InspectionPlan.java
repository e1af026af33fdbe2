package org.civitas.inspection.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** 督查计划 — who goes to which kinds of sites, how many, where and when; secret until it is released. */
public record InspectionPlan(
        UUID id,
        String title,
        PlanKind kind,
        UUID editionId,
        Period period,
        String areaCode,
        String ownerAreaCode,
        boolean preferNeverDrawn,
        PlanState state,
        @Nullable Instant releasedAt,
        UUID createdBy,
        Instant createdAt,
        int version) {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DAYS = 366;

    public InspectionPlan {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RuleViolation("inspection.plan.title", "请填写计划名称（" + LONGEST_TITLE + " 字以内）。");
        }
        if (period.last().isAfter(period.first().plusDays(LONGEST_DAYS))) {
            throw new RuleViolation("inspection.plan.period", "计划的起止日期不能超过一年。");
        }
        if (!areaCode.startsWith(ownerAreaCode)) {
            throw new RuleViolation("inspection.plan.area", "督查区域须在本单位管辖的区域之内。");
        }
    }

    /** The plan in the state that the command leads to. */
    public InspectionPlan after(PlanCommand command) {
        return new InspectionPlan(
                id,
                title,
                kind,
                editionId,
                period,
                areaCode,
                ownerAreaCode,
                preferNeverDrawn,
                PlanTransitions.after(state, command),
                releasedAt,
                createdBy,
                createdAt,
                version);
    }

    public InspectionPlan released(Instant now) {
        SecrecyPolicy.requireReleasable(kind, state);
        return new InspectionPlan(
                id,
                title,
                kind,
                editionId,
                period,
                areaCode,
                ownerAreaCode,
                preferNeverDrawn,
                state,
                now,
                createdBy,
                createdAt,
                version);
    }

    public void requireQuotasInside(QuotaTable quotas) {
        quotas.cells().stream()
                .filter(cell -> !cell.areaCode().startsWith(areaCode))
                .findFirst()
                .ifPresent(cell -> {
                    throw new RuleViolation(
                            "inspection.quota.outside",
                            "配额中的区域 " + cell.areaCode() + " 不在计划的督查区域 " + areaCode + " 之内。");
                });
    }

    public SecrecyPolicy.Guarded guarded(Set<UUID> inspectors) {
        return new SecrecyPolicy.Guarded(areaCode, ownerAreaCode, releasedAt != null, inspectors);
    }
}
