package org.civitas.scoring.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.casework.Cases;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.ObservationQuery;
import org.civitas.inspection.Observations;
import org.civitas.inspection.PlanKind;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.domain.IdOrder;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.domain.forecast.FixedPart;
import org.civitas.scoring.domain.forecast.ForecastInputs;
import org.civitas.scoring.domain.forecast.Mend;
import org.civitas.scoring.persistence.Forecasts.LeftOut;
import org.civitas.shared.Period;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Editions;
import org.civitas.standard.Method;
import org.civitas.territory.Answerable;
import org.civitas.territory.Duties;
import org.civitas.territory.DutySubject;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what a forecast knows: every site that could be drawn, and what was ever observed and mended there. */
@Component
public class ForecastReading {

    /** 已收集的预测输入. */
    public record Known(ForecastInputs inputs, FrozenWords words, List<LeftOut> leftOut, int secretPlans) {}

    /** An observation that is older weighs less than a thousandth. */
    private static final double HALF_LIVES = 10;

    private static final int SHORTEST_DAYS = 180;
    private static final int LONGEST_DAYS = 1_100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** A patrol notes problems only: with it everything would look worse than it is. */
    private static final List<String> KINDS = List.of("COVERT", "OPEN", "LOOK_BACK");

    private static final List<String> EVERY_KIND =
            Stream.of(PlanKind.values()).map(Enum::name).toList();

    private final InputsReading reading;
    private final Sites sites;
    private final Duties duties;
    private final Units units;
    private final Editions editions;
    private final Observations observations;
    private final InspectionPlans plans;
    private final Cases cases;

    ForecastReading(
            InputsReading reading,
            Sites sites,
            Duties duties,
            Units units,
            Editions editions,
            Observations observations,
            InspectionPlans plans,
            Cases cases) {
        this.reading = reading;
        this.sites = sites;
        this.duties = duties;
        this.units = units;
        this.editions = editions;
        this.observations = observations;
        this.plans = plans;
        this.cases = cases;
    }

    /**
     * @param knowsSecrets false for an office below the city: what plans found that are not released stays out
     * @param earliest the day of the first forecast to be made from it
     */
    @Transactional(readOnly = true)
    public Known read(
            UUID editionId,
            String areaCode,
            boolean knowsSecrets,
            double halfLifeDays,
            Instant earliest,
            Instant asOf) {
        long days = Math.clamp((long) (HALF_LIVES * halfLifeDays), SHORTEST_DAYS, LONGEST_DAYS);
        LocalDate today = asOf.atZone(CHINA).toLocalDate();
        Period period = new Period(earliest.atZone(CHINA).toLocalDate().minusDays(days), today);
        InputsReading.Collected collected = collect(editionId, areaCode, period, KINDS);
        if (collected.inputs().observations().isEmpty()) {
            collected = collect(editionId, areaCode, period, EVERY_KIND);
        }
        Set<UUID> secret = plans.secret(collected.planIds());
        Set<UUID> hidden = knowsSecrets ? Set.of() : hidden(secret, areaCode, period);
        List<ObservationFacts> history = collected.inputs().observations().stream()
                .filter(o -> !hidden.contains(o.id()))
                .toList();
        List<SiteFacts> population = population(areaCode, today);
        ForecastInputs inputs = new ForecastInputs(
                collected.inputs().edition(),
                population,
                history,
                mends(history),
                LastJudged.of(collected.inputs()),
                asOf);
        Set<String> judged = inputs.fixed().stream().map(FixedPart::code).collect(Collectors.toSet());
        return new Known(
                inputs,
                words(collected.words(), population),
                leftOut(editionId, judged),
                knowsSecrets ? secret.size() : 0);
    }

    private InputsReading.Collected collect(UUID editionId, String areaCode, Period period, List<String> kinds) {
        return reading.collect(new RoundSettings(editionId, areaCode, period, VisitRule.LATEST, kinds, 0));
    }

    /** Observations of plans that are still secret. */
    private Set<UUID> hidden(Set<UUID> secret, String areaCode, Period period) {
        Set<UUID> hidden = new HashSet<>();
        if (!secret.isEmpty()) {
            observations.forEachEffective(
                    ObservationQuery.of(areaCode, period).plans(secret), fact -> hidden.add(fact.id()));
        }
        return hidden;
    }

    private List<SiteFacts> population(String areaCode, LocalDate day) {
        List<Site> all = sites.inArea(null, areaCode);
        Map<UUID, DutySubject> subjects = new HashMap<>();
        all.forEach(site -> subjects.put(site.id(), site.asDutySubject()));
        Map<DutySubject, Answerable> answers = duties.answerableForAll(subjects.values(), day);
        return all.stream()
                .sorted(Comparator.comparing(Site::id, IdOrder.BY_ID))
                .map(site -> facts(site, answers.get(Objects.requireNonNull(subjects.get(site.id())))))
                .toList();
    }

    private static SiteFacts facts(Site site, @org.jspecify.annotations.Nullable Answerable answer) {
        return new SiteFacts(
                site.id(),
                site.code(),
                site.name(),
                site.typeCode(),
                site.areaCode(),
                answer == null
                        ? null
                        : answer.department().map(Answerable.Answer::unitId).orElse(null),
                answer == null
                        ? null
                        : answer.territory().map(Answerable.Answer::unitId).orElse(null));
    }

    private List<Mend> mends(List<ObservationFacts> history) {
        Map<UUID, ObservationFacts> failed = new HashMap<>();
        history.stream().filter(o -> o.verdict() == Verdict.FAIL).forEach(o -> failed.put(o.id(), o));
        List<Mend> mends = new ArrayList<>();
        cases.bySources(failed.keySet()).forEach((source, found) -> {
            Instant closed = found.closedAt();
            ObservationFacts seen = failed.get(source);
            if (closed != null && seen != null) {
                mends.add(new Mend(seen.siteId(), seen.itemCode(), closed));
            }
        });
        return mends;
    }

    private FrozenWords words(FrozenWords words, List<SiteFacts> population) {
        Map<String, String> names = new HashMap<>(words.units());
        Set<UUID> unitIds = new HashSet<>();
        population.forEach(site -> {
            unitIds.add(site.department());
            unitIds.add(site.territory());
        });
        unitIds.remove(null);
        units.byIds(unitIds).forEach((UUID id, Unit unit) -> names.put(id.toString(), unit.name()));
        return new FrozenWords(names, words.areas(), words.types());
    }

    /** What has no judged value, by method. */
    List<LeftOut> leftOut(UUID editionId, Set<String> judged) {
        EditionContent content = editions.content(editionId);
        Map<Method, long[]> sums = new EnumMap<>(Method.class);
        content.requirements().stream()
                .filter(requirement -> requirement.method() != Method.SITE)
                .filter(requirement -> !judged.contains(requirement.code()))
                .forEach(requirement -> {
                    long[] sum = sums.computeIfAbsent(requirement.method(), m -> new long[2]);
                    sum[0]++;
                    sum[1] += requirement.full().nanos();
                });
        List<LeftOut> rows = new ArrayList<>();
        sums.forEach((method, sum) -> rows.add(new LeftOut(method.word(), (int) sum[0], sum[1], "还没有评定的结果")));
        return rows;
    }
}
