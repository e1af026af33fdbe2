package org.civitas.scoring.domain;

import static org.civitas.scoring.domain.GeneratedRounds.maybe;
import static org.civitas.scoring.domain.GeneratedRounds.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.scoring.domain.EnteredFact.Reviewer;
import org.civitas.scoring.domain.EnteredFact.Source;
import org.civitas.shared.Points;
import org.civitas.standard.Method;

/** Requirements that are not judged at sites, what was entered for them, and events, from a seeded random source. */
final class GeneratedFacts {

    private static final Tiers PERCENT = new Tiers(
            List.of(
                    new Threshold.Tier(Threshold.Comparison.AT_LEAST, new BigDecimal("80"), 1_000_000_000),
                    new Threshold.Tier(Threshold.Comparison.AT_LEAST, new BigDecimal("40"), 650_000_001)),
            123);

    private static final Expression EXPRESSION = new Expression("0.3 * value / 100 + 0.7 * done / required");

    private GeneratedFacts() {}

    static Requirement requirement(Random random, String criterion, int number) {
        String code = criterion + "-" + number;
        Points full = new Points(random.nextLong(1, 9_000_000_000L));
        UUID lead = maybe(random, unit(random));
        return switch (random.nextInt(12)) {
            case 0 -> new Requirement(code, criterion, full, new PassFail(), Method.MATERIAL, lead);
            case 1 -> new Requirement(code, criterion, full, Grade.usual(), Method.OPINION, lead);
            case 2 ->
                new Requirement(
                        code, criterion, full, new Threshold(PERCENT.tiers(), PERCENT.otherwise()), Method.DATA, lead);
            case 3 -> new Requirement(code, criterion, full, new Proportion(null), Method.DATA, lead);
            case 4 -> new Requirement(code, criterion, full, new Deduct(new Points(300_000_000)), Method.DATA, lead);
            case 5 -> new Requirement(code, criterion, full, new Zeroing(true), Method.MATERIAL, lead);
            case 6 -> new Requirement(code, criterion, full, new Survey("满意率", PERCENT), Method.SURVEY, lead);
            case 7 ->
                new Requirement(
                        code,
                        criterion,
                        full,
                        new Review(new BigDecimal("100"), new BigDecimal("30")),
                        Method.MATERIAL,
                        lead);
            case 8 -> new Requirement(code, criterion, full, new Unruled(), Method.OPINION, lead);
            case 9 -> new Requirement(code, criterion, full, EXPRESSION, Method.DATA, lead);
            default -> new Requirement(code, criterion, Points.ZERO, veto(random), Method.VETO, lead);
        };
    }

    private static Veto veto(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Veto(Veto.Consequence.SUSPEND, null, null);
            case 1 -> new Veto(Veto.Consequence.CAP, new Points(random.nextLong(8_000_000_000L)), null);
            default ->
                new Veto(
                        Veto.Consequence.DEDUCT,
                        new Points(random.nextLong(1, 2_000_000_000)),
                        random.nextBoolean() ? null : new Points(2_500_000_001L));
        };
    }

    /** None, or one for most of the methods that have points. */
    static Map<Method, Long> weights(Random random, List<Requirement> requirements) {
        Map<Method, Long> weights = new HashMap<>();
        if (random.nextBoolean()) {
            for (Requirement requirement : requirements) {
                if (requirement.method() != Method.VETO && random.nextInt(9) > 0) {
                    weights.put(requirement.method(), random.nextLong(1, 60_000_000_000L));
                }
            }
        }
        return weights;
    }

    static List<EnteredFact> facts(Random random, List<Requirement> requirements) {
        List<EnteredFact> facts = new ArrayList<>();
        for (Requirement requirement : requirements) {
            if (requirement.method() != Method.SITE && requirement.method() != Method.VETO) {
                for (int n = random.nextInt(5); n > 0; n--) {
                    facts.add(fact(random, requirement.code()));
                }
            }
        }
        return facts;
    }

    private static EnteredFact fact(Random random, String code) {
        UUID id = new UUID(random.nextLong(), 7);
        Source source = source(random);
        return switch (random.nextInt(4)) {
            case 0 ->
                new EnteredFact.Figure(
                        id,
                        code,
                        maybe(random, BigDecimal.valueOf(random.nextInt(120))),
                        maybe(random, BigDecimal.valueOf(random.nextInt(40), 1)),
                        maybe(random, BigDecimal.valueOf(random.nextInt(4))),
                        source);
            case 1 -> new EnteredFact.Estimate(id, code, random.nextLong(1_000_000_001), 5_000_000, 300, source);
            case 2 ->
                new EnteredFact.Mark(
                        id,
                        code,
                        Reviewer.values()[random.nextInt(3)],
                        maybe(random, BigDecimal.valueOf(random.nextInt(101))),
                        maybe(random, List.of("A", "B", "C", "C#").get(random.nextInt(4))),
                        source);
            default ->
                new EnteredFact.Condition(
                        id, code, "条件" + random.nextInt(4), Verdict.values()[random.nextInt(3)], source);
        };
    }

    static List<VetoEvent> events(Random random, List<Requirement> requirements) {
        List<VetoEvent> events = new ArrayList<>();
        for (Requirement requirement : requirements) {
            for (int n = random.nextInt(3); n > 0; n--) {
                if (requirement.method() == Method.VETO) {
                    events.add(new VetoEvent(
                            new UUID(random.nextLong(), 8),
                            requirement.code(),
                            "事件",
                            source(random),
                            maybe(random, unit(random)),
                            maybe(random, unit(random))));
                }
            }
        }
        return events;
    }

    private static Source source(Random random) {
        return new Source(LocalDate.of(2026, 3, 1 + random.nextInt(5)), "填报单位", null);
    }
}
