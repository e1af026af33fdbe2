package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.EnteredFact.Reviewer;
import org.civitas.scoring.domain.EnteredFact.Source;
import org.civitas.scoring.domain.Requirement.Combination;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the worked examples: a round in which named sites are visited on numbered days. */
final class RoundFixture {

    static final UUID HOUSING = unit(1);
    static final UUID MARKETS = unit(2);
    static final UUID EAST_STREET = unit(11);
    static final UUID WEST_STREET = unit(12);
    static final String CRITERION = "1.1.1";

    private final List<Node> nodes = new ArrayList<>(List.of(new Node(CRITERION, null, true, "标准一")));
    private final List<Requirement> requirements = new ArrayList<>();
    private final Map<String, Item> items = new HashMap<>();
    private final List<SiteFacts> sites = new ArrayList<>();
    private final List<ObservationFacts> observations = new ArrayList<>();
    private final List<EnteredFact> facts = new ArrayList<>();
    private final List<VetoEvent> events = new ArrayList<>();
    private final Map<Method, Long> weights = new EnumMap<>(Method.class);
    private String criterion = CRITERION;
    private VisitRule visitRule = VisitRule.LATEST;
    private int day = 1;
    private int numbered;

    static RoundFixture aRound() {
        return new RoundFixture();
    }

    static UUID unit(int number) {
        return new UUID(0x1000, number);
    }

    static String requirement(int number) {
        return CRITERION + "-" + number;
    }

    static UUID site(int number) {
        return new UUID(0x4000, number);
    }

    /** Entered facts and events are numbered from 1 in the order in which the example states them. */
    static UUID fact(int number) {
        return new UUID(0x7000, number);
    }

    /** Observations are numbered from 1 in the order in which the example states them. */
    static UUID observation(int number) {
        return new UUID(0x6000, number);
    }

    RoundFixture requiring(String points, ScoringRule rule, String... itemCodes) {
        return requiring(points, rule, Combination.MEAN, Map.of(), null, itemCodes);
    }

    RoundFixture requiring(
            String points,
            ScoringRule rule,
            Combination combination,
            Map<String, Long> typeWeights,
            @Nullable UUID leadUnit,
            String... itemCodes) {
        requirements.add(new Requirement(
                requirement(requirements.size() + 1),
                criterion,
                Points.of(points),
                rule,
                combination,
                Arrays.asList(itemCodes),
                typeWeights,
                leadUnit));
        for (String code : itemCodes) {
            items.put(code, new Item(code, code, "小区", null));
        }
        return this;
    }

    /** What is required from here on belongs to this criterion. */
    RoundFixture underCriterion(String code) {
        criterion = code;
        nodes.add(new Node(code, null, true, "标准" + code));
        return this;
    }

    /** A requirement that is not judged at sites. */
    RoundFixture requiring(String points, ScoringRule rule, Method method, @Nullable UUID leadUnit) {
        requirements.add(new Requirement(
                requirement(requirements.size() + 1), criterion, Points.of(points), rule, method, leadUnit));
        return this;
    }

    RoundFixture weighing(Method method, String points) {
        weights.put(method, Points.of(points).nanos());
        return this;
    }

    private UUID nextFact() {
        return fact(facts.size() + events.size() + 1);
    }

    private Source source() {
        return new Source(LocalDate.of(2026, 3, 1).plusDays(day), "填报单位", null);
    }

    RoundFixture value(int requirement, String value) {
        facts.add(new EnteredFact.Figure(
                nextFact(), requirement(requirement), new BigDecimal(value), null, null, source()));
        return this;
    }

    RoundFixture done(int requirement, String done, String required) {
        facts.add(new EnteredFact.Figure(
                nextFact(), requirement(requirement), null, new BigDecimal(done), new BigDecimal(required), source()));
        return this;
    }

    RoundFixture estimate(int requirement, String share) {
        facts.add(new EnteredFact.Estimate(
                nextFact(), requirement(requirement), Points.of(share).nanos(), 12_000_000, 400, source()));
        return this;
    }

    RoundFixture mark(int requirement, Reviewer reviewer, String mark) {
        facts.add(new EnteredFact.Mark(
                nextFact(), requirement(requirement), reviewer, new BigDecimal(mark), null, source()));
        return this;
    }

    RoundFixture rated(int requirement, Reviewer reviewer, String grade) {
        facts.add(new EnteredFact.Mark(nextFact(), requirement(requirement), reviewer, null, grade, source()));
        return this;
    }

    RoundFixture condition(int requirement, String name, Verdict verdict) {
        facts.add(new EnteredFact.Condition(nextFact(), requirement(requirement), name, verdict, source()));
        return this;
    }

    RoundFixture event(int requirement, @Nullable UUID department) {
        events.add(new VetoEvent(nextFact(), requirement(requirement), "事件", source(), department, null));
        return this;
    }

    RoundFixture itemAnsweredBy(String code, UUID unit) {
        items.put(code, new Item(code, code, "小区", unit));
        return this;
    }

    RoundFixture counting(VisitRule rule) {
        visitRule = rule;
        return this;
    }

    RoundFixture site(int number, String type, @Nullable UUID department, @Nullable UUID territory) {
        sites.add(new SiteFacts(
                site(number), "S" + number, "点位" + number, type, "3213020010" + number, department, territory));
        return this;
    }

    /** What is seen from here on is seen on this day. */
    RoundFixture onDay(int number) {
        day = number;
        return this;
    }

    RoundFixture pass(int site, String item) {
        return saw(site, item, Verdict.PASS, null, null, null);
    }

    RoundFixture fail(int site, String item) {
        return saw(site, item, Verdict.FAIL, null, null, null);
    }

    RoundFixture notApplicable(int site, String item) {
        return saw(site, item, Verdict.NOT_APPLICABLE, null, null, null);
    }

    RoundFixture faults(int site, String item, int count) {
        return saw(site, item, Verdict.FAIL, count, null, null);
    }

    RoundFixture figure(int site, String item, String figure) {
        return saw(site, item, Verdict.PASS, null, figure, null);
    }

    RoundFixture graded(int site, String item, String grade) {
        return saw(site, item, Verdict.PASS, null, null, grade);
    }

    /** Seen along a way of so many metres, 0 where it was not measured. */
    RoundFixture seenAlong(int site, String item, int metres, Trail.Occurrence... occurrences) {
        saw(site, item, Verdict.FAIL, occurrences.length, null, null);
        ObservationFacts o = observations.removeLast();
        observations.add(new ObservationFacts(
                o.id(),
                o.visitId(),
                o.visitedAt(),
                o.siteId(),
                o.itemCode(),
                o.verdict(),
                o.count(),
                null,
                null,
                List.of(),
                null,
                new Trail(metres, List.of(occurrences))));
        return this;
    }

    private RoundFixture saw(
            int site,
            String item,
            Verdict verdict,
            @Nullable Integer count,
            @Nullable String figure,
            @Nullable String grade) {
        observations.add(new ObservationFacts(
                observation(++numbered),
                new UUID(0x5000 + day, site),
                Instant.parse("2026-03-01T01:00:00Z").plusSeconds(86_400L * day),
                site(site),
                item,
                verdict,
                count,
                figure == null ? null : new BigDecimal(figure),
                grade,
                List.of(),
                null));
        return this;
    }

    RoundInputs inputs() {
        return new RoundInputs(
                new ScoringEdition(new UUID(0, 1), "体系", nodes, requirements, items, weights),
                visitRule,
                sites,
                observations,
                facts,
                events);
    }

    RoundResult computed() {
        return RoundScoring.compute(inputs());
    }
}
