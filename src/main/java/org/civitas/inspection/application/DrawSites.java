package org.civitas.inspection.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.civitas.inspection.domain.Candidate;
import org.civitas.inspection.domain.CandidateList;
import org.civitas.inspection.domain.DrawInput;
import org.civitas.inspection.domain.DrawRecord;
import org.civitas.inspection.domain.DrawResult;
import org.civitas.inspection.domain.DrawnSite;
import org.civitas.inspection.domain.Exclusion;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanCommand;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.QuotaTable;
import org.civitas.inspection.domain.RandomDraw;
import org.civitas.inspection.persistence.Draws;
import org.civitas.inspection.persistence.Plans;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the sites of a plan and writes down everything the draw rested on. */
@Service
public class DrawSites {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 16;

    private final PlanAccess access;
    private final Plans plans;
    private final Draws draws;
    private final Tasks tasks;
    private final Sites sites;
    private final AuditTrail audit;
    private final Clock clock;

    DrawSites(PlanAccess access, Plans plans, Draws draws, Tasks tasks, Sites sites, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.draws = draws;
        this.tasks = tasks;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param seed empty for one made by the system; otherwise such as was drawn before witnesses
     * @param reason why the list is drawn again; empty for the first draw
     */
    @Transactional
    public DrawRecord draw(CurrentUser user, UUID planId, String seed, List<Exclusion> exclusions, String reason) {
        return draw(user, planId, seed, exclusions, reason, site -> true);
    }

    /** Only the named sites are candidates: a list that was chosen, not drawn, with the same record. */
    DrawRecord drawNamed(CurrentUser user, UUID planId, Set<UUID> named, String reason) {
        return draw(user, planId, "", List.of(), reason, site -> named.contains(site.id()));
    }

    private DrawRecord draw(
            CurrentUser user,
            UUID planId,
            String seed,
            List<Exclusion> exclusions,
            String reason,
            Predicate<Site> candidate) {
        InspectionPlan plan = access.own(user, planId);
        List<DrawRecord> before = draws.ofPlan(planId);
        InspectionPlan drawn = plan.after(command(plan, reason));
        QuotaTable quotas = plans.quotas(planId);
        requireQuotas(quotas);
        Map<UUID, Site> register = candidates(plan, quotas, candidate);
        DrawInput input = new DrawInput(
                seed.isBlank() ? newSeed() : seed.strip(),
                listed(planId, register),
                quotas,
                exclusions,
                plan.preferNeverDrawn());
        DrawResult result = RandomDraw.draw(input);
        DrawRecord record = new DrawRecord(
                Ids.next(),
                planId,
                before.size() + 1,
                RandomDraw.ALGORITHM,
                RandomDraw.VERSION,
                input,
                input.candidates().hash(),
                result.shortfalls(),
                result.drawn().size(),
                result.hash(),
                reason.strip(),
                user.name(),
                clock.instant());
        draws.insert(record, user.accountId());
        tasks.replace(
                planId,
                record.id(),
                result.drawn().stream()
                        .map(site -> task(site, Objects.requireNonNull(register.get(site.siteId()))))
                        .toList());
        plans.update(drawn, reason.isBlank() ? null : reason.strip());
        audit.record(
                "inspection-plan.draw",
                "inspection-plan",
                planId,
                Map.of(
                        "draw",
                        record.number(),
                        "seed",
                        input.seed(),
                        "candidates",
                        record.candidatesHash(),
                        "drawn",
                        record.drawnCount(),
                        "result",
                        record.resultHash(),
                        "reason",
                        record.reason()));
        return record;
    }

    private static PlanCommand command(InspectionPlan plan, String reason) {
        if (plan.state() == PlanState.DRAFT) {
            return PlanCommand.DRAW;
        }
        if (plan.state() == PlanState.DRAWN && reason.isBlank()) {
            throw new RuleViolation("inspection.redraw.reason", "名单已经抽取过，重新抽取须写明理由。");
        }
        return PlanCommand.REDRAW;
    }

    private static void requireQuotas(QuotaTable quotas) {
        if (quotas.cells().isEmpty()) {
            throw new RuleViolation("inspection.draw.no-quota", "还没有填写配额，请先在配额表中写明每类点位抽几个。");
        }
    }

    private Map<UUID, Site> candidates(InspectionPlan plan, QuotaTable quotas, Predicate<Site> candidate) {
        return sites.inArea(null, plan.areaCode()).stream()
                .filter(candidate)
                .filter(site -> quotas.covers(new Candidate(site.id(), site.typeCode(), site.areaCode(), false)))
                .collect(Collectors.toMap(Site::id, Function.identity()));
    }

    private CandidateList listed(UUID planId, Map<UUID, Site> register) {
        Set<UUID> drawnBefore = draws.drawnInOtherPlans(planId);
        return CandidateList.of(register.values().stream()
                .map(site ->
                        new Candidate(site.id(), site.typeCode(), site.areaCode(), drawnBefore.contains(site.id())))
                .toList());
    }

    private static Tasks.NewTask task(DrawnSite drawn, Site site) {
        return new Tasks.NewTask(
                Ids.next(),
                drawn.rank(),
                drawn.ticket(),
                drawn.cellArea(),
                site.id(),
                site.code(),
                site.name(),
                site.typeCode(),
                site.areaCode(),
                site.address(),
                site.position().longitude(),
                site.position().latitude());
    }

    private static String newSeed() {
        byte[] bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
