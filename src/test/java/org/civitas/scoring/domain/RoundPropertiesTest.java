package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.civitas.scoring.domain.RoundResult.SiteTrace;
import org.civitas.scoring.domain.ScoringEdition.Node;
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
}
