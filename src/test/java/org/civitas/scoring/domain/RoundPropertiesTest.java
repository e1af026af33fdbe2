package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.civitas.scoring.domain.Requirement.Combination;
import org.civitas.scoring.domain.RoundResult.SiteTrace;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.shared.Points;
import org.junit.jupiter.api.Test;

/** What holds for every round, on generated editions and observations; a failure names the seed. */
class RoundPropertiesTest {

    private static final int CASES = 1_200;
    private static final List<String> TYPES = List.of("小区", "集贸市场", "主次干道", "公园");

    private static void forEveryRound(BiConsumer<RoundInputs, Random> property) {
        for (long seed = 1; seed <= CASES; seed++) {
            Random random = new Random(seed);
            try {
                property.accept(generated(random), random);
            } catch (AssertionError | RuntimeException fault) {
                throw new AssertionError("seed " + seed + ": " + fault.getMessage(), fault);
            }
        }
    }

    @Test
    void theOrderOfReadingNeverChangesAFigure() {
        forEveryRound((inputs, random) -> {
            List<SiteFacts> sites = new ArrayList<>(inputs.sites());
            List<ObservationFacts> observations = new ArrayList<>(inputs.observations());
            Collections.shuffle(sites, random);
            Collections.shuffle(observations, random);
            assertThat(RoundScoring.compute(new RoundInputs(inputs.edition(), inputs.visitRule(), sites, observations)))
                    .isEqualTo(RoundScoring.compute(inputs));
        });
    }

    @Test
    void everyNodeIsTheSumOfItsChildrenAndGotIsAtMostJudgedAtMostFull() {
        forEveryRound((inputs, random) -> {
            RoundResult result = RoundScoring.compute(inputs);
            Map<String, Tally> sums = new HashMap<>();
            for (Node node : inputs.edition().nodes()) {
                if (node.parentCode() != null) {
                    sums.merge(node.parentCode(), result.nodes().get(node.code()), Tally::plus);
                }
            }
            for (Requirement requirement : inputs.edition().requirements()) {
                Tally tally = result.requirements().get(requirement.code());
                sums.merge(requirement.criterionCode(), tally, Tally::plus);
            }
            sums.forEach((code, sum) -> assertThat(result.nodes().get(code)).isEqualTo(sum));
            assertThat(result.total().got()).isBetween(0L, result.total().judged());
            assertThat(result.total().judged()).isBetween(0L, result.total().full());
        });
    }

    @Test
    void turningAFailureIntoAPassNeverLowersAnyNode() {
        forEveryRound((inputs, random) -> {
            List<ObservationFacts> failed = inputs.observations().stream()
                    .filter(o -> o.verdict() == Verdict.FAIL)
                    .toList();
            if (failed.isEmpty()) {
                return;
            }
            ObservationFacts one = failed.get(random.nextInt(failed.size()));
            List<ObservationFacts> observations = inputs.observations().stream()
                    .map(o -> o == one ? mended(o) : o)
                    .toList();
            RoundResult before = RoundScoring.compute(inputs);
            RoundResult after = RoundScoring.compute(
                    new RoundInputs(inputs.edition(), inputs.visitRule(), inputs.sites(), observations));
            before.nodes()
                    .forEach((code, tally) ->
                            assertThat(after.nodes().get(code).got()).isGreaterThanOrEqualTo(tally.got()));
            before.requirements()
                    .forEach((code, tally) ->
                            assertThat(after.requirements().get(code).got()).isGreaterThanOrEqualTo(tally.got()));
        });
    }

    @Test
    void thePiecesSumToTheLossInEveryView() {
        forEveryRound((inputs, random) -> {
            RoundResult result = RoundScoring.compute(inputs);
            long loss = result.total().loss();
            assertThat(result.pieces().stream().mapToLong(LossPiece::nanos).sum())
                    .isEqualTo(loss);
            assertThat(result.pieces()).allMatch(p -> p.nanos() > 0);
            for (List<? extends LossShare<?>> view : List.of(
                    LossShare.by(result.pieces(), LossPiece::department),
                    LossShare.by(result.pieces(), LossPiece::territory),
                    LossShare.by(result.pieces(), LossPiece::areaCode),
                    LossShare.by(result.pieces(), LossPiece::typeCode),
                    LossShare.by(result.pieces(), LossPiece::criterionCode))) {
                assertThat(view.stream().mapToLong(LossShare::nanos).sum()).isEqualTo(loss);
            }
            for (LossShare<String> share : LossShare.by(result.pieces(), LossPiece::requirementCode)) {
                assertThat(share.nanos())
                        .isEqualTo(result.requirements().get(share.key()).loss());
            }
        });
    }

    @Test
    void theSitesOfARequirementSumToItsPoints() {
        forEveryRound((inputs, random) -> {
            RoundResult result = RoundScoring.compute(inputs);
            Map<String, long[]> sums = new HashMap<>();
            for (SiteTrace trace : result.sites()) {
                assertThat(trace.got()).isNotNegative();
                assertThat(trace.loss()).isNotNegative();
                long[] sum = sums.computeIfAbsent(trace.requirementCode(), id -> new long[2]);
                sum[0] += trace.got();
                sum[1] += trace.loss();
            }
            sums.forEach((id, sum) -> {
                assertThat(sum[0]).isEqualTo(result.requirements().get(id).got());
                assertThat(sum[1]).isEqualTo(result.requirements().get(id).loss());
            });
        });
    }

    @Test
    void pointsAgreeWithTheFormulaInRationals() {
        forEveryRound((inputs, random) -> {
            RoundResult result = RoundScoring.compute(inputs);
            for (Requirement requirement : inputs.edition().requirements()) {
                Tally tally = result.requirements().get(requirement.code());
                if (tally.judged() > 0) {
                    double expected = byFormula(requirement, result.sites());
                    assertThat((double) tally.got()).isCloseTo(expected, within(1.0));
                }
            }
        });
    }

    /** full · Σ w·mean / Σ w, in doubles: right to a few units of 10⁻⁹. */
    private static double byFormula(Requirement requirement, List<SiteTrace> traces) {
        Map<String, double[]> types = new HashMap<>();
        traces.stream()
                .filter(t -> t.requirementCode().equals(requirement.code()))
                .forEach(t -> {
                    double[] type = types.computeIfAbsent(t.typeCode(), code -> new double[2]);
                    type[0] += t.ratio() / 1e9;
                    type[1]++;
                });
        double weighted = 0;
        double weights = 0;
        for (Map.Entry<String, double[]> type : types.entrySet()) {
            double weight = requirement.typeWeights().getOrDefault(type.getKey(), 1_000_000_000L);
            weighted += weight * type.getValue()[0] / type.getValue()[1];
            weights += weight;
        }
        return requirement.full().nanos() * weighted / weights;
    }

    /** What was wrong is right: conforming, nothing counted, graded A; a measured figure stays what it is. */
    private static ObservationFacts mended(ObservationFacts o) {
        return new ObservationFacts(
                o.id(),
                o.visitId(),
                o.visitedAt(),
                o.siteId(),
                o.itemCode(),
                Verdict.PASS,
                o.figure() == null ? null : o.count(),
                o.figure(),
                o.grade() == null ? null : "A",
                o.pictures(),
                o.caseId());
    }

    private static RoundInputs generated(Random random) {
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
                for (int r = 0; r <= random.nextInt(2); r++) {
                    requirements.add(requirement(random, criterion.code(), r, itemCount));
                }
            }
        }
        ScoringEdition edition = new ScoringEdition(new UUID(0, random.nextLong()), "体系", nodes, requirements, items);
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
        return new RoundInputs(edition, VisitRule.values()[random.nextInt(3)], sites, observations);
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
        return switch (random.nextInt(4)) {
            case 0 -> new PassFail();
            case 1 ->
                random.nextBoolean()
                        ? Grade.usual()
                        : new Grade(List.of(
                                new Grade.Level("A", 0, 950_000_000),
                                new Grade.Level("B", 9, random.nextLong(950_000_000))));
            case 2 -> new Deduct(new Points(random.nextLong(1, 1_000_000_000)));
            default ->
                new Threshold(
                        List.of(
                                new Threshold.Tier(Threshold.Comparison.AT_LEAST, new BigDecimal("90"), 1_000_000_000),
                                new Threshold.Tier(Threshold.Comparison.ABOVE, new BigDecimal("50"), 333_333_333)),
                        random.nextLong(333_333_333));
        };
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
                    null));
        }
    }

    private static UUID unit(Random random) {
        return new UUID(9, random.nextInt(5));
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
