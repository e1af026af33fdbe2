package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.scoring.domain.RoundFixture.EAST_STREET;
import static org.civitas.scoring.domain.RoundFixture.HOUSING;
import static org.civitas.scoring.domain.RoundFixture.MARKETS;
import static org.civitas.scoring.domain.RoundFixture.WEST_STREET;
import static org.civitas.scoring.domain.RoundFixture.aRound;
import static org.civitas.scoring.domain.RoundFixture.fact;
import static org.civitas.scoring.domain.RoundFixture.observation;
import static org.civitas.scoring.domain.RoundFixture.requirement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.scoring.domain.EnteredFact.Reviewer;
import org.civitas.scoring.domain.LossPiece.Evidence;
import org.civitas.scoring.domain.Trail.Occurrence;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.junit.jupiter.api.Test;

/** The rules beyond the four common ones; expected figures are worked out by hand in the comments, in points. */
class RuleExamplesTest {

    private static final Tiers FEW = tiers(Threshold.Comparison.AT_MOST, "0", "1", "2", "0.6", "3", "0.3");
    private static final Tiers DENSE = tiers(Threshold.Comparison.AT_LEAST, "1", "1", "0.5", "0.6");
    private static final Tiers SATISFIED = tiers(Threshold.Comparison.AT_LEAST, "90", "1", "80", "0.7");

    private static Tiers tiers(Threshold.Comparison comparison, String... limitsAndRatios) {
        List<Threshold.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < limitsAndRatios.length; i += 2) {
            tiers.add(new Threshold.Tier(
                    comparison,
                    new BigDecimal(limitsAndRatios[i]),
                    Points.of(limitsAndRatios[i + 1]).nanos()));
        }
        return new Tiers(tiers, 0);
    }

    private static void assertTally(RoundResult result, String got, String judged, String full) {
        assertThat(result.total())
                .isEqualTo(new Tally(
                        Points.of(got).nanos(),
                        Points.of(judged).nanos(),
                        Points.of(full).nanos()));
    }

    private static void assertPiece(RoundResult result, UUID evidence, String points) {
        assertThat(result.pieces().stream()
                        .filter(p -> p.evidenceId().equals(evidence))
                        .mapToLong(LossPiece::nanos)
                        .sum())
                .isEqualTo(Points.of(points).nanos());
    }

    @Test
    void proportionIsDoneOverRequiredAndAtMostFull() {
        // 3 points: 17 of 20 → 0.85 → 2.55, loss 0.45 on the lead unit. 2 points: 25 of 20 → full. The older figure of
        // the first (day 1: 2 of 20) does not count.
        RoundResult result = aRound().requiring("3", new Proportion(null), Method.DATA, HOUSING)
                .requiring("2", new Proportion(null), Method.DATA, MARKETS)
                .done(1, "2", "20")
                .onDay(2)
                .done(1, "17", "20")
                .done(2, "25", "20")
                .computed();
        assertTally(result, "4.55", "5", "5");
        assertThat(result.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.evidence()).isEqualTo(Evidence.FIGURE);
            assertThat(piece.evidenceId()).isEqualTo(fact(2));
            assertThat(piece.department()).isEqualTo(HOUSING);
            assertThat(piece.place()).isNull();
            assertThat(piece.nanos()).isEqualTo(450_000_000);
        });
    }

    @Test
    void proportionAtSitesHoldsAFigureAgainstATarget() {
        // 2 points, target 95. Site 1: 76 → 0.8; site 2: 120 → 1; site 3: N/A. Mean 0.9 → 1.8, loss 0.2 at site 1.
        RoundResult result = aRound().requiring("2", new Proportion(new BigDecimal("95")), "a")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .site(3, "小区", HOUSING, EAST_STREET)
                .figure(1, "a", "76")
                .figure(2, "a", "120")
                .notApplicable(3, "a")
                .computed();
        assertTally(result, "1.8", "2", "2");
        assertPiece(result, observation(1), "0.2");
    }

    @Test
    void deductTakesEachFaultAndIsClampedBeforeItIsShared() {
        // 1 point, 0.5 each. Site 1: 3 + 2 faults = 2.5 taken, clamped to 1 → ratio 0. Each of the 5 faults carries 0.2
        // of the site's loss: 0.6 and 0.4.
        RoundResult result = aRound().requiring("1", new Deduct(Points.of("0.5")), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .faults(1, "a", 3)
                .faults(1, "b", 2)
                .computed();
        assertTally(result, "0", "1", "1");
        assertPiece(result, observation(1), "0.6");
        assertPiece(result, observation(2), "0.4");
    }

    @Test
    void deductPerMissingCountsWhatIsNotThere() {
        // 2 points, 3 required, 0.5 for each missing. Site 1 has 1 → 2 missing → 1 of 2. Site 2 has 5 → full.
        // got = 2 · (0.5 + 1)/2 = 1.5, loss 0.5 at site 1. As data: 2 of 3 there → 1 missing → 1.5 of 2, on the lead
        // unit.
        RoundResult result = aRound().requiring("2", new Deduct(Points.of("0.5"), 3), "a")
                .requiring("2", new Deduct(Points.of("0.5"), 3), Method.DATA, MARKETS)
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .faults(1, "a", 1)
                .faults(2, "a", 5)
                .value(2, "2")
                .computed();
        assertTally(result, "3", "4", "4");
        assertPiece(result, observation(1), "0.5");
        assertPiece(result, fact(1), "0.5");
    }

    @Test
    void aMissingConditionZeroesTheWholeCriterion() {
        // Criterion 1.1.1: 2 points 符合率 at both sites conforming, 1 point condition missing at site 2 on the last
        // visit, 3 points material never judged → the criterion is judged 6, got 0; the failed observation carries all.
        // Criterion 1.1.2 keeps its 4 points.
        RoundResult result = aRound().requiring("2", new PassFail(), "a")
                .requiring("1", new Zeroing(true), "z")
                .requiring("3", new Review(null, null), Method.MATERIAL, MARKETS)
                .underCriterion("1.1.2")
                .requiring("4", new PassFail(), "a")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, WEST_STREET)
                .pass(1, "a")
                .pass(2, "a")
                .pass(1, "z")
                .pass(2, "z")
                .onDay(2)
                .fail(2, "z")
                .computed();
        assertTally(result, "4", "10", "10");
        assertThat(result.nodes().get("1.1.1")).isEqualTo(new Tally(0, 6_000_000_000L, 6_000_000_000L));
        assertPiece(result, observation(5), "6");
        assertThat(LossShare.by(result.pieces(), LossPiece::requirementCode))
                .containsExactlyInAnyOrder(
                        new LossShare<>(requirement(1), 2_000_000_000L, 1),
                        new LossShare<>(requirement(2), 1_000_000_000L, 1),
                        new LossShare<>(requirement(3), 3_000_000_000L, 1));
        assertThat(result.pieces()).allMatch(p -> WEST_STREET.equals(p.territory()));
    }

    @Test
    void aMissingConditionOfOneRequirementZeroesOnlyItsSite() {
        // 3 points; site 1: one of two conditions missing → 0; site 2: met, the other N/A → 1. got 1.5, loss 1.5 at
        // site 1.
        RoundResult result = aRound().requiring("3", new Zeroing(false), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .fail(1, "b")
                .pass(2, "a")
                .notApplicable(2, "b")
                .computed();
        assertTally(result, "1.5", "3", "3");
        assertPiece(result, observation(2), "1.5");
    }

    @Test
    void aConditionOfTheMaterialZeroesItsCriterionToo() {
        // 1 point condition (one of two missing) beside 2 points data judged full: judged 3, got 0, on the lead unit.
        RoundResult result = aRound().requiring("1", new Zeroing(true), Method.MATERIAL, HOUSING)
                .requiring("2", new Proportion(null), Method.DATA, MARKETS)
                .condition(1, "有方案", Verdict.PASS)
                .condition(1, "有台账", Verdict.FAIL)
                .done(2, "5", "5")
                .computed();
        assertTally(result, "0", "3", "3");
        assertPiece(result, fact(2), "3");
        assertThat(result.pieces()).allMatch(p -> p.evidence() == Evidence.CONDITION && HOUSING.equals(p.department()));
    }

    @Test
    void theWindowThatHoldsMostCounts() {
        // 1 point, at most within any 200 m: ≤0: 1, ≤2: 0.6, ≤3: 0.3. Seen at 10, 150, 190, 420 m: from 10 to 190 lie
        // three → 0.3. Site 2: a count of 2 without positions → 0.6. Site 3: conforming without a count → 1. Mean 1.9/3
        // = 0.633333333.
        // Loss 0.366666667 in proportion 0.7 : 0.4 → 0.233333333.5…, exactly 0.366666667·7/11 = 0.233333333(545) and
        // 0.133333333(454): one left-over 10⁻⁹ to the larger remainder, site 1 → 0.233333334 and 0.133333333.
        RoundResult result = aRound().requiring("1", new CountInWindow(200, false, FEW), "a")
                .site(1, "主次干道", HOUSING, EAST_STREET)
                .site(2, "主次干道", HOUSING, EAST_STREET)
                .site(3, "主次干道", HOUSING, EAST_STREET)
                .seenAlong(
                        1,
                        "a",
                        500,
                        new Occurrence(420, 400),
                        new Occurrence(10, 5),
                        new Occurrence(190, 200),
                        new Occurrence(150, 100))
                .faults(2, "a", 2)
                .pass(3, "a")
                .computed();
        assertTally(result, "0.633333333", "1", "1");
        assertPiece(result, observation(1), "0.233333334");
        assertPiece(result, observation(2), "0.133333333");
    }

    @Test
    void aWindowOfTimeCountsWithinMinutes() {
        // 5 minutes: seconds 0, 290, 300, 700 → from 0 to 300 lie three → 0.3 of 2 points = 0.6.
        RoundResult result = aRound().requiring("2", new CountInWindow(5, true, FEW), "a")
                .site(1, "路口", HOUSING, EAST_STREET)
                .seenAlong(
                        1,
                        "a",
                        0,
                        new Occurrence(0, 0),
                        new Occurrence(0, 290),
                        new Occurrence(0, 300),
                        new Occurrence(0, 700))
                .computed();
        assertTally(result, "0.6", "2", "2");
    }

    @Test
    void densityIsTheCountPerDistance() {
        // ≥1 per 100 m: 1, ≥0.5: 0.6. Site 1: 3 along 450 m = 0.666666667 → 0.6. Site 2: 5 on the usual 500 m = 1 → 1.
        // Mean 0.8 of 1 point. The second requirement knows no usual length: site 2 can not be judged, 0.6 at site 1.
        RoundResult result = aRound().requiring("1", new Density(100, 500, DENSE), "a")
                .requiring("1", new Density(100, null, DENSE), "a")
                .site(1, "主次干道", HOUSING, EAST_STREET)
                .site(2, "主次干道", HOUSING, EAST_STREET)
                .seenAlong(1, "a", 450, new Occurrence(1, 1), new Occurrence(200, 2), new Occurrence(440, 3))
                .faults(2, "a", 5)
                .computed();
        assertTally(result, "1.4", "2", "2");
        assertThat(result.sites())
                .extracting(RoundResult.SiteTrace::ratio)
                .containsExactly(600_000_000L, 1_000_000_000L, 600_000_000L);
    }

    @Test
    void aSurveyEstimateReachesATier() {
        // 85.3 % → ≥80: 0.7 of 2 points = 1.4, loss 0.6 on the lead unit with the answers as evidence.
        RoundResult result = aRound().requiring("2", new Survey("满意率", SATISFIED), Method.SURVEY, HOUSING)
                .estimate(1, "0.853")
                .computed();
        assertTally(result, "1.4", "2", "2");
        assertThat(result.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.evidence()).isEqualTo(Evidence.ESTIMATE);
            assertThat(piece.department()).isEqualTo(HOUSING);
        });
    }

    @Test
    void marksAreAveragedAndAnArbiterCountsAlone() {
        // 1.5 points, marks out of 100. Requirement 1: 80 and 90 → 0.85 → 1.275. Requirement 2: 50 and 90 lie more than
        // 20
        // apart → not judged. Requirement 3: the same with an arbiter's 70 → 1.05. Requirement 4: in points, 1.2 of
        // 1.5.
        Review review = new Review(new BigDecimal("100"), new BigDecimal("20"));
        RoundResult result = aRound().requiring("1.5", review, Method.MATERIAL, HOUSING)
                .requiring("1.5", review, Method.MATERIAL, HOUSING)
                .requiring("1.5", review, Method.MATERIAL, HOUSING)
                .requiring("1.5", new Review(null, null), Method.OPINION, HOUSING)
                .mark(1, Reviewer.FIRST, "80")
                .mark(1, Reviewer.SECOND, "90")
                .mark(2, Reviewer.FIRST, "50")
                .mark(2, Reviewer.SECOND, "90")
                .mark(3, Reviewer.FIRST, "50")
                .mark(3, Reviewer.SECOND, "90")
                .mark(3, Reviewer.ARBITER, "70")
                .mark(4, Reviewer.FIRST, "1.2")
                .computed();
        assertTally(result, "3.525", "4.5", "6");
        assertThat(result.requirements().get(requirement(2))).isEqualTo(new Tally(0, 0, 1_500_000_000));
        assertPiece(result, fact(1), "0.225");
        assertPiece(result, fact(7), "0.45");
        assertPiece(result, fact(8), "0.3");
    }

    @Test
    void conditionsAndGradesJudgeMaterialAndOpinions() {
        // 3 points: of three applicable conditions two are met → ratio 0.666666667, rounded there → 2.000000001. 1
        // point, grades A and B → (1 + 0.66)/2 = 0.83.
        // 1 point by conditions: one unmet → B 0.66.
        RoundResult result = aRound().requiring("3", new PassFail(), Method.MATERIAL, HOUSING)
                .requiring("1", Grade.usual(), Method.OPINION, MARKETS)
                .requiring("1", Grade.usual(), Method.MATERIAL, null)
                .condition(1, "一", Verdict.PASS)
                .condition(1, "二", Verdict.FAIL)
                .condition(1, "三", Verdict.PASS)
                .condition(1, "四", Verdict.NOT_APPLICABLE)
                .rated(2, Reviewer.FIRST, "A")
                .rated(2, Reviewer.SECOND, "B")
                .condition(3, "一", Verdict.FAIL)
                .condition(3, "二", Verdict.PASS)
                .computed();
        assertTally(result, "3.490000001", "5", "5");
        assertPiece(result, fact(2), "0.999999999");
        assertPiece(result, fact(5), "0.17");
        assertThat(result.pieces().getLast().department()).isNull();
    }

    @Test
    void anExpressionGivesItsRatioAndAnEmptyOneIsNotJudged() {
        // 2 points: none failed 1, at most two 0.5, else 0. Site 1: one of three failed → 0.5; site 2: all conform → 1.
        // Mean 0.75 → 1.5, loss 0.5 on the failed one. done/required with 0/0 has no value: not judged.
        RoundResult result = aRound().requiring(
                        "2", new Expression("failed == 0 ? 1 : failed <= 2 ? 0.5 : 0"), "a", "b", "c")
                .requiring("1", new Expression("done / required"), Method.DATA, HOUSING)
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .fail(1, "b")
                .pass(1, "c")
                .pass(2, "a")
                .done(2, "0", "0")
                .computed();
        assertTally(result, "1.5", "2", "3");
        assertPiece(result, observation(2), "0.5");
    }

    @Test
    void eventsTakePointsUpToTheirLimit() {
        // 10 points got. Two events at 2 each, at most 3 together: 7 of 10, each event carries 1.5.
        RoundResult result = aRound().requiring("10", new PassFail(), "a")
                .requiring("0", new Veto(Veto.Consequence.DEDUCT, Points.of("2"), Points.of("3")), Method.VETO, MARKETS)
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .event(2, HOUSING)
                .event(2, null)
                .computed();
        assertTally(result, "7", "10", "10");
        assertPiece(result, fact(1), "1.5");
        assertPiece(result, fact(2), "1.5");
        assertThat(result.pieces())
                .extracting(LossPiece::department)
                .containsExactly(HOUSING, MARKETS); // an event without a unit goes to the lead unit
        assertThat(result.nodes().get(RoundFixture.CRITERION).got()).isEqualTo(10_000_000_000L);
    }

    @Test
    void eventsNeverTakeMoreThanThereIsAndACapCutsTheTotal() {
        // 1 point got of 1, one event at 2: total 0, the event carries 1. Then: 10 got, capped at 6: the event carries
        // 4.
        RoundResult poor = aRound().requiring("1", new PassFail(), "a")
                .requiring("0", new Veto(Veto.Consequence.DEDUCT, Points.of("2"), null), Method.VETO, null)
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .event(2, null)
                .computed();
        assertTally(poor, "0", "1", "1");
        assertPiece(poor, fact(1), "1");
        RoundResult capped = aRound().requiring("10", new PassFail(), "a")
                .requiring("0", new Veto(Veto.Consequence.CAP, Points.of("6"), null), Method.VETO, null)
                .requiring("0", new Veto(Veto.Consequence.SUSPEND, null, null), Method.VETO, null)
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .event(2, HOUSING)
                .event(3, HOUSING)
                .computed();
        assertTally(capped, "6", "10", "10");
        assertPiece(capped, fact(1), "4");
        assertThat(capped.flagged(Veto.Consequence.SUSPEND)).isTrue();
        assertThat(capped.flagged(Veto.Consequence.REVOKE)).isFalse();
    }
}
