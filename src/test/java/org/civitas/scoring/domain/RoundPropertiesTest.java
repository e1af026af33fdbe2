package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.civitas.scoring.domain.RoundResult.SiteTrace;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.standard.Method;
import org.junit.jupiter.api.Test;

/** What holds for every round, on generated editions and observations; a failure names the seed. */
class RoundPropertiesTest {

    private static final int CASES = 1_200;

    private static void forEveryRound(BiConsumer<RoundInputs, Random> property) {
        for (long seed = 1; seed <= CASES; seed++) {
            Random random = new Random(seed);
            try {
                property.accept(GeneratedRounds.next(random), random);
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
            List<EnteredFact> facts = new ArrayList<>(inputs.facts());
            List<VetoEvent> events = new ArrayList<>(inputs.events());
            Collections.shuffle(observations, random);
            Collections.shuffle(facts, random);
            Collections.shuffle(events, random);
            assertThat(RoundScoring.compute(
                            new RoundInputs(inputs.edition(), inputs.visitRule(), sites, observations, facts, events)))
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
            assertThat(result.judgedShare()).isBetween(0L, 1_000_000_000L);
            Tally methods = result.methods().stream()
                    .map(RoundResult.MethodScore::inTotal)
                    .reduce(Tally.NOTHING, Tally::plus);
            long taken = result.vetoes().stream()
                    .mapToLong(RoundResult.VetoEffect::taken)
                    .sum();
            assertThat(result.total()).isEqualTo(new Tally(methods.got() - taken, methods.judged(), methods.full()));
            if (inputs.edition().weights().isEmpty()) {
                assertThat(inputs.edition().nodes().stream()
                                .filter(node -> node.parentCode() == null)
                                .map(node -> result.nodes().get(node.code()))
                                .reduce(Tally.NOTHING, Tally::plus))
                        .isEqualTo(methods);
            }
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
            neverLower(
                    inputs,
                    new RoundInputs(
                            inputs.edition(),
                            inputs.visitRule(),
                            inputs.sites(),
                            observations,
                            inputs.facts(),
                            inputs.events()));
        });
    }

    @Test
    void aConditionThatComesToBeMetNeverLowersAnyNode() {
        forEveryRound((inputs, random) -> {
            List<EnteredFact> facts = inputs.facts().stream()
                    .map(f -> f instanceof EnteredFact.Condition c && c.verdict() == Verdict.FAIL
                            ? new EnteredFact.Condition(c.id(), c.requirementCode(), c.name(), Verdict.PASS, c.source())
                            : f)
                    .toList();
            neverLower(
                    inputs,
                    new RoundInputs(
                            inputs.edition(),
                            inputs.visitRule(),
                            inputs.sites(),
                            inputs.observations(),
                            facts,
                            inputs.events()));
        });
    }

    private static void neverLower(RoundInputs worse, RoundInputs better) {
        RoundResult before = RoundScoring.compute(worse);
        RoundResult after = RoundScoring.compute(better);
        assertThat(after.total().got()).isGreaterThanOrEqualTo(before.total().got());
        before.nodes()
                .forEach((code, tally) ->
                        assertThat(after.nodes().get(code).got()).isGreaterThanOrEqualTo(tally.got()));
        before.requirements()
                .forEach((code, tally) ->
                        assertThat(after.requirements().get(code).got()).isGreaterThanOrEqualTo(tally.got()));
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
            Map<String, Method> methods = new HashMap<>();
            inputs.edition().requirements().forEach(r -> methods.put(r.code(), r.method()));
            for (RoundResult.MethodScore method : result.methods()) {
                assertThat(result.pieces().stream()
                                .filter(p -> methods.get(p.requirementCode()) == method.method())
                                .mapToLong(LossPiece::nanos)
                                .sum())
                        .isEqualTo(method.inTotal().loss());
            }
            if (inputs.edition().weights().isEmpty()) {
                for (LossShare<String> share : LossShare.by(result.pieces(), LossPiece::requirementCode)) {
                    if (methods.get(share.key()) != Method.VETO) {
                        assertThat(share.nanos())
                                .isEqualTo(
                                        result.requirements().get(share.key()).loss());
                    }
                }
            }
            assertThat(result.pieces()).extracting(LossPiece::number).doesNotHaveDuplicates();
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
            sums.keySet()
                    .removeIf(id -> inputs.edition().requirements().stream()
                            .anyMatch(r -> r.code().equals(id) && zeroedElsewhere(inputs, result, r)));
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
                if (tally.judged() > 0 && requirement.atSites() && !zeroing(inputs, requirement)) {
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

    @Test
    void aRoundThatGrowsVisitByVisitEqualsOneComputedAtOnce() {
        forEveryRound((inputs, random) -> {
            List<UUID> visits = new ArrayList<>(inputs.observations().stream()
                    .map(ObservationFacts::visitId)
                    .distinct()
                    .toList());
            Collections.shuffle(visits, random);
            int first = random.nextInt(visits.size() + 1);
            List<ObservationFacts> seen = new ArrayList<>(of(inputs, visits.subList(0, first)));
            List<EnteredFact> facts = new ArrayList<>();
            RunningRound running = new RunningRound(
                    new RoundInputs(inputs.edition(), inputs.visitRule(), inputs.sites(), seen, facts, List.of()));
            for (UUID visit : visits.subList(first, visits.size())) {
                List<ObservationFacts> more = of(inputs, List.of(visit));
                UUID at = more.getFirst().siteId();
                running.add(
                        inputs.sites().stream()
                                .filter(s -> s.id().equals(at))
                                .findFirst()
                                .orElseThrow(),
                        more);
                seen.addAll(more);
                if (random.nextBoolean()) {
                    assertThat(running.result())
                            .isEqualTo(RoundScoring.compute(new RoundInputs(
                                    inputs.edition(), inputs.visitRule(), inputs.sites(), seen, facts, List.of())));
                }
            }
            inputs.facts().forEach(running::add);
            inputs.events().forEach(running::add);
            assertThat(running.result()).isEqualTo(RoundScoring.compute(inputs));
        });
    }

    private static List<ObservationFacts> of(RoundInputs inputs, List<UUID> visits) {
        return inputs.observations().stream()
                .filter(o -> visits.contains(o.visitId()))
                .toList();
    }

    /** Whether its criterion holds a condition that can zero it. */
    private static boolean zeroing(RoundInputs inputs, Requirement requirement) {
        return inputs.edition().requirements().stream()
                .filter(r -> r.criterionCode().equals(requirement.criterionCode()))
                .anyMatch(r -> r.rule() instanceof Zeroing zeroing && zeroing.wholeCriterion());
    }

    /** Whether a condition that is judged without a site carries a part of its loss. */
    private static boolean zeroedElsewhere(RoundInputs inputs, RoundResult result, Requirement requirement) {
        return zeroing(inputs, requirement)
                && requirement.atSites()
                && result.requirements().get(requirement.code()).got() == 0
                && inputs.facts().stream()
                        .anyMatch(f -> f instanceof EnteredFact.Condition c && c.verdict() == Verdict.FAIL);
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
                o.caseId(),
                o.figure() == null ? null : o.trail());
    }
}
