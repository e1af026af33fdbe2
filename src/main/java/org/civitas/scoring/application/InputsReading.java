package org.civitas.scoring.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.ObservationQuery;
import org.civitas.inspection.Observations;
import org.civitas.inspection.ObservedFact;
import org.civitas.inspection.Outcome;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.PlanSummary;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.domain.IdOrder;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.civitas.standard.Decomposition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Editions;
import org.civitas.territory.Answerable;
import org.civitas.territory.Areas;
import org.civitas.territory.Duties;
import org.civitas.territory.DutySubject;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what a round is computed from, as it stands now, from the modules that own it. */
@Component
public class InputsReading {

    /** 已收集的输入 — inputs with the plans they come from and the names that go with them. */
    public record Collected(RoundInputs inputs, List<UUID> planIds, FrozenWords words) {}

    /** Every area's code begins with it. */
    private static final String EVERYWHERE = "";

    private final Editions editions;
    private final Decomposition decomposition;
    private final Sites sites;
    private final Observations observations;
    private final InspectionPlans plans;
    private final Duties duties;
    private final Units units;
    private final Areas areas;
    private final EnteredInputs entered;

    InputsReading(
            Editions editions,
            Decomposition decomposition,
            Sites sites,
            Observations observations,
            InspectionPlans plans,
            Duties duties,
            Units units,
            Areas areas,
            EnteredInputs entered) {
        this.editions = editions;
        this.decomposition = decomposition;
        this.sites = sites;
        this.observations = observations;
        this.plans = plans;
        this.duties = duties;
        this.units = units;
        this.areas = areas;
        this.entered = entered;
    }

    @Transactional(readOnly = true)
    public Collected collect(RoundSettings settings) {
        EditionContent content = editions.content(settings.editionId());
        ScoringEdition edition = EditionTranslation.of(
                content,
                settings.methods(),
                decomposition.on(settings.editionId(), settings.period().last()));
        Set<PlanKind> kinds = settings.kinds().stream().map(PlanKind::valueOf).collect(Collectors.toSet());
        List<ObservationFacts> facts = new ArrayList<>();
        Set<UUID> siteIds = new HashSet<>();
        Set<UUID> planIds = new TreeSet<>(IdOrder.BY_ID);
        observations.forEachEffective(
                ObservationQuery.of(settings.areaCode(), settings.period()).kinds(kinds), fact -> {
                    facts.add(frozen(fact));
                    siteIds.add(fact.siteId());
                    if (fact.planId() != null) {
                        planIds.add(fact.planId());
                    }
                });
        siteIds.addAll(drawn(settings, kinds));
        List<SiteFacts> siteFacts = withAnswerable(sites.byIds(siteIds).values(), settings);
        Set<UUID> known = siteFacts.stream().map(SiteFacts::id).collect(Collectors.toSet());
        RoundInputs inputs = new RoundInputs(
                edition,
                settings.visitRule(),
                siteFacts,
                facts.stream().filter(fact -> known.contains(fact.siteId())).toList(),
                entered.facts(settings, edition),
                entered.events(settings, edition));
        return new Collected(inputs, List.copyOf(planIds), words(content, siteFacts, edition));
    }

    /**
     * Sites that had to be visited, visited or not: drawn by any plan that ended within the period, also by one over a
     * larger area. A plan that goes on is counted when it ends.
     */
    private Set<UUID> drawn(RoundSettings settings, Set<PlanKind> kinds) {
        List<UUID> counted = plans.within(EVERYWHERE, settings.period()).stream()
                .filter(plan -> kinds.contains(plan.kind()))
                .filter(plan -> settings.period().contains(plan.period().last()))
                .map(PlanSummary::id)
                .toList();
        return plans.drawnSites(counted).values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private List<SiteFacts> withAnswerable(Iterable<Site> found, RoundSettings settings) {
        Map<UUID, DutySubject> subjects = new HashMap<>();
        List<Site> inside = new ArrayList<>();
        for (Site site : found) {
            if (site.areaCode().startsWith(settings.areaCode())) {
                inside.add(site);
                subjects.put(site.id(), site.asDutySubject());
            }
        }
        Map<DutySubject, Answerable> answers =
                duties.answerableForAll(subjects.values(), settings.period().last());
        return inside.stream()
                .sorted(Comparator.comparing(Site::id, IdOrder.BY_ID))
                .map(site -> {
                    Answerable answer = answers.get(subjects.get(site.id()));
                    return new SiteFacts(
                            site.id(),
                            site.code(),
                            site.name(),
                            site.typeCode(),
                            site.areaCode(),
                            answer == null
                                    ? null
                                    : answer.department()
                                            .map(Answerable.Answer::unitId)
                                            .orElse(null),
                            answer == null
                                    ? null
                                    : answer.territory()
                                            .map(Answerable.Answer::unitId)
                                            .orElse(null));
                })
                .toList();
    }

    private static ObservationFacts frozen(ObservedFact fact) {
        GradeMark grade = fact.grade();
        return new ObservationFacts(
                fact.id(),
                fact.visitId(),
                fact.visitedAt(),
                fact.siteId(),
                fact.checkItemCode(),
                verdict(fact),
                fact.count(),
                fact.figure() == null ? null : trimmed(fact.figure()),
                grade == null ? null : grade.letter(),
                fact.pictures(),
                null);
    }

    private static Verdict verdict(ObservedFact fact) {
        if (fact.outcome() == Outcome.NOT_APPLICABLE) {
            return Verdict.NOT_APPLICABLE;
        }
        return fact.failed() ? Verdict.FAIL : Verdict.PASS;
    }

    /** 95.50 and 95.5 are one figure: what is frozen must read back as it was written. */
    private static BigDecimal trimmed(BigDecimal figure) {
        return new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }

    private FrozenWords words(EditionContent content, List<SiteFacts> siteFacts, ScoringEdition edition) {
        Set<UUID> unitIds = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (SiteFacts site : siteFacts) {
            unitIds.add(site.department());
            unitIds.add(site.territory());
            for (int digits = 4; digits <= site.areaCode().length(); digits += digits == 4 ? 2 : 3) {
                codes.add(site.areaCode().substring(0, digits));
            }
        }
        edition.requirements().forEach(requirement -> unitIds.add(requirement.leadUnit()));
        edition.items().values().forEach(item -> unitIds.add(item.unit()));
        unitIds.remove(null);
        Map<String, String> unitNames = new TreeMap<>();
        units.byIds(unitIds).forEach((id, unit) -> unitNames.put(id.toString(), unit.name()));
        Map<String, String> areaNames = new TreeMap<>();
        areas.byCodes(codes).forEach((code, area) -> areaNames.put(code, area.name()));
        Map<String, String> types = new TreeMap<>();
        content.siteTypes().forEach(type -> types.put(type.code(), type.name()));
        return new FrozenWords(unitNames, areaNames, types);
    }
}
