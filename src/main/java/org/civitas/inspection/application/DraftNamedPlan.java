package org.civitas.inspection.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.inspection.PlanDrafting;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.RuleViolation;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A plan whose candidates are the named sites and whose quotas take all of them; the record of the draw says so. */
@Service
class DraftNamedPlan implements PlanDrafting {

    private final SavePlan saving;
    private final DrawSites drawing;
    private final Sites sites;

    DraftNamedPlan(SavePlan saving, DrawSites drawing, Sites sites) {
        this.saving = saving;
        this.drawing = drawing;
        this.sites = sites;
    }

    @Override
    @Transactional
    public UUID draft(CurrentUser user, Draft draft) {
        Set<UUID> named = new HashSet<>(draft.siteIds());
        Map<String, Long> byType = sites.inArea(null, draft.areaCode()).stream()
                .filter(site -> named.contains(site.id()))
                .collect(Collectors.groupingBy(Site::typeCode, TreeMap::new, Collectors.counting()));
        if (byType.isEmpty()) {
            throw new RuleViolation("inspection.plan.no-sites", "所选点位都已停用或不在督查区域内。");
        }
        List<QuotaCell> quotas = byType.entrySet().stream()
                .map(entry -> new QuotaCell(
                        entry.getKey(), draft.areaCode(), entry.getValue().intValue()))
                .toList();
        UUID plan = saving.save(
                user,
                null,
                0,
                new SavePlan.Input(
                        draft.title(),
                        draft.kind(),
                        draft.editionId(),
                        draft.period().first(),
                        draft.period().last(),
                        draft.areaCode(),
                        false,
                        quotas));
        drawing.drawNamed(user, plan, named, draft.reason());
        return plan;
    }
}
