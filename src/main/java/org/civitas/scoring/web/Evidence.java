package org.civitas.scoring.web;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.casework.CaseBrief;
import org.civitas.casework.Cases;
import org.civitas.inspection.Observations;
import org.civitas.inspection.ObservedFact;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.web.RoundViews.CaseView;
import org.civitas.scoring.web.RoundViews.EvidenceView;
import org.civitas.scoring.web.RoundViews.SiteEvidenceView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands behind a number: the frozen observations of a site, with the words and pictures of the inspection. */
@Component
class Evidence {

    private final FrozenInputs frozen;
    private final LossQueries losses;
    private final Observations observations;
    private final Cases cases;
    private final ResultPages pages;

    Evidence(FrozenInputs frozen, LossQueries losses, Observations observations, Cases cases, ResultPages pages) {
        this.frozen = frozen;
        this.losses = losses;
        this.observations = observations;
        this.cases = cases;
        this.pages = pages;
    }

    /** @param requirement only observations that serve it; null for all */
    SiteEvidenceView atSite(Seen seen, UUID siteId, @Nullable String requirement) {
        UUID version = seen.round().versionId();
        SiteFacts site = frozen.site(version, siteId)
                .filter(s -> seen.area() == null || s.areaCode().startsWith(seen.area()))
                .orElseThrow(() -> new NotFound("点位"));
        ResultPages.Names names = pages.names(version);
        Map<UUID, Long> lost = lost(seen, siteId, requirement);
        Set<String> serving = serving(names.edition(), requirement);
        List<ObservationFacts> facts = frozen.observationsAt(version, siteId).stream()
                .filter(o -> serving.isEmpty() || serving.contains(o.itemCode()))
                .filter(o -> seen.units() == null || lost.containsKey(o.id()))
                .sorted(Comparator.comparing(ObservationFacts::visitedAt)
                        .reversed()
                        .thenComparing(ObservationFacts::itemCode))
                .toList();
        if (seen.units() != null && facts.isEmpty()) {
            throw new NotFound("点位");
        }
        return new SiteEvidenceView(
                site.id(),
                site.code(),
                site.name(),
                names.type(site.typeCode()),
                ResultPages.areaName(names.words(), site.areaCode()),
                names.unit(site.department()),
                names.unit(site.territory()),
                views(facts, names, lost));
    }

    private List<EvidenceView> views(List<ObservationFacts> facts, ResultPages.Names names, Map<UUID, Long> lost) {
        List<UUID> ids = facts.stream().map(ObservationFacts::id).toList();
        Map<UUID, ObservedFact> words = new HashMap<>();
        observations.byIds(ids).forEach(fact -> words.put(fact.id(), fact));
        Set<UUID> corrected = new HashSet<>(observations.corrected(ids));
        Map<UUID, CaseBrief> problems = cases.bySources(ids);
        return facts.stream()
                .map(o -> {
                    CaseBrief problem = problems.get(o.id());
                    ObservedFact fact = words.get(o.id());
                    return new EvidenceView(
                            o.id(),
                            o.visitId(),
                            o.visitedAt().atOffset(ZoneOffset.ofHours(8)),
                            o.itemCode(),
                            fact == null ? names.item(o.itemCode()) : fact.checkItemText(),
                            o.verdict().name(),
                            verdictWord(o),
                            fact == null ? "" : fact.faultWords(),
                            o.pictures(),
                            ScoreViews.exact(lost.getOrDefault(o.id(), 0L)),
                            corrected.contains(o.id()),
                            problem == null ? null : new CaseView(problem.id(), problem.number(), problem.stateWord()));
                })
                .toList();
    }

    private static String verdictWord(ObservationFacts o) {
        if (o.verdict() == Verdict.NOT_APPLICABLE) {
            return "不适用";
        }
        if (o.grade() != null) {
            return o.grade() + " 级";
        }
        if (o.figure() != null) {
            return "数值 " + o.figure().toPlainString();
        }
        if (o.count() != null) {
            return "计数 " + o.count();
        }
        return o.verdict() == Verdict.FAIL ? "不符合" : "符合";
    }

    private Map<UUID, Long> lost(Seen seen, UUID siteId, @Nullable String requirement) {
        Map<UUID, Long> lost = new HashMap<>();
        losses.perObservation(seen.losses().at(siteId).ofCriterion(requirement))
                .forEach(row -> lost.put(row.observationId(), row.points()));
        return lost;
    }

    private static Set<String> serving(@Nullable ScoringEdition edition, @Nullable String requirement) {
        Set<String> codes = new HashSet<>();
        if (edition != null && requirement != null) {
            edition.requirements().stream()
                    .filter(r ->
                            r.code().equals(requirement) || r.criterionCode().equals(requirement))
                    .forEach(r -> codes.addAll(r.itemCodes()));
        }
        return codes;
    }
}
