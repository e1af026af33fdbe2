package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.scoring.domain.Requirement.Combination;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/** Rounds of every kind from a seeded random source, for property tests. */
public final class GeneratedRounds {

    private static final List<String> TYPES = List.of("小区", "集贸市场", "主次干道", "公园");

    private static final Expression EXPRESSION = new Expression("max(0, 1 - failed / 4) * passed / max(passed, 1)");

    private GeneratedRounds() {}

    public static RoundInputs next(Random random) {
        List<Node> nodes = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        Map<String, Item> items = new HashMap<>();
        int itemCount = 1 + random.nextInt(12);
        for (int i = 0; i < itemCount; i++) {
            items.put("I" + i, new Item("I" + i, "检查项", TYPES.get(i % 4), maybe(random, unit(random))));
        }
        for (int n = 0; n < 3; n++) {
            Node project = new Node("" + n, null, false, "项目");
            nodes.add(project);
            for (int c = 0; c <= random.nextInt(3); c++) {
                Node criterion = new Node(n + "." + c, project.code(), true, "标准");
                nodes.add(criterion);
                for (int r = 0; r <= random.nextInt(3); r++) {
                    requirements.add(
                            random.nextInt(3) == 0
                                    ? GeneratedFacts.requirement(random, criterion.code(), r)
                                    : requirement(random, criterion.code(), r, itemCount));
                }
            }
        }
        ScoringEdition edition = new ScoringEdition(
                new UUID(0, random.nextLong()),
                "体系",
                nodes,
                requirements,
                items,
                GeneratedFacts.weights(random, requirements));
        List<SiteFacts> sites = new ArrayList<>();
        List<ObservationFacts> observations = new ArrayList<>();
        for (int s = 0; s <= random.nextInt(12); s++) {
            SiteFacts site = new SiteFacts(
                    new UUID(random.nextLong(), s),
                    "S" + s,
                    "点位",
                    TYPES.get(random.nextInt(4)),
                    "32130" + random.nextInt(4),
                    maybe(random, unit(random)),
                    maybe(random, unit(random)));
            sites.add(site);
            for (int v = random.nextInt(4); v > 0; v--) {
                visit(random, site, itemCount, observations);
            }
        }
        return new RoundInputs(
                edition,
                VisitRule.values()[random.nextInt(3)],
                sites,
                observations,
                GeneratedFacts.facts(random, requirements),
                GeneratedFacts.events(random, requirements));
    }

    private static Requirement requirement(Random random, String criterion, int number, int itemCount) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            codes.add("I" + random.nextInt(itemCount));
        }
        Points full = new Points(random.nextInt(4) == 0 ? random.nextLong(1, 200_000_000_000L) : 1_500_000_000);
        return new Requirement(
                criterion + "-" + number,
                criterion,
                full,
                rule(random),
                random.nextInt(4) == 0 ? Combination.WORST : Combination.MEAN,
                codes,
                random.nextBoolean() ? Map.of() : Map.of("小区", random.nextLong(1, 5_000_000_000L)),
                maybe(random, unit(random)));
    }

    private static ScoringRule rule(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new PassFail();
            case 2 ->
                random.nextBoolean()
                        ? Grade.usual()
                        : new Grade(List.of(
                                new Grade.Level("A", 0, 950_000_000),
                                new Grade.Level("B", 9, random.nextLong(950_000_000))));
            case 3 -> new Deduct(new Points(random.nextLong(1, 1_000_000_000)));
            case 4 -> new Deduct(new Points(random.nextLong(1, 1_000_000_000)), random.nextInt(1, 6));
            case 5 -> new Proportion(BigDecimal.valueOf(random.nextInt(1, 120)));
            case 6, 7 -> new Zeroing(random.nextInt(3) == 0);
            case 8 -> new CountInWindow(random.nextInt(1, 300), random.nextBoolean(), countTiers(random));
            case 9 -> new Density(100, random.nextBoolean() ? null : 500, countTiers(random));
            case 10 -> EXPRESSION;
            default ->
                new Threshold(
                        List.of(
                                new Threshold.Tier(Threshold.Comparison.AT_LEAST, new BigDecimal("90"), 1_000_000_000),
                                new Threshold.Tier(Threshold.Comparison.ABOVE, new BigDecimal("50"), 333_333_333)),
                        random.nextLong(333_333_333));
        };
    }

    private static Tiers countTiers(Random random) {
        Threshold.Comparison comparison =
                random.nextBoolean() ? Threshold.Comparison.AT_LEAST : Threshold.Comparison.AT_MOST;
        return new Tiers(
                List.of(new Threshold.Tier(comparison, BigDecimal.valueOf(random.nextInt(3)), 800_000_000)),
                random.nextLong(800_000_000));
    }

    private static Trail trail(Random random) {
        List<Trail.Occurrence> occurrences = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            occurrences.add(new Trail.Occurrence(random.nextInt(800), random.nextInt(1_200)));
        }
        return new Trail(random.nextBoolean() ? 0 : random.nextInt(800), occurrences);
    }

    private static void visit(Random random, SiteFacts site, int itemCount, List<ObservationFacts> observations) {
        UUID visit = new UUID(random.nextLong(), 3);
        Instant at = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(3));
        for (int o = 0; o < random.nextInt(8); o++) {
            observations.add(new ObservationFacts(
                    new UUID(random.nextLong(), o),
                    visit,
                    at,
                    site.id(),
                    "I" + random.nextInt(itemCount),
                    Verdict.values()[random.nextInt(3)],
                    random.nextBoolean() ? random.nextInt(6) : null,
                    random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(101)) : null,
                    random.nextInt(4) == 0 ? List.of("A", "B", "C", "C#").get(random.nextInt(4)) : null,
                    List.of(),
                    null,
                    random.nextInt(3) == 0 ? trail(random) : null));
        }
    }

    static UUID unit(Random random) {
        return new UUID(9, random.nextInt(5));
    }

    static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
