package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.civitas.scoring.domain.RoundFixture.EAST_STREET;
import static org.civitas.scoring.domain.RoundFixture.HOUSING;
import static org.civitas.scoring.domain.RoundFixture.MARKETS;
import static org.civitas.scoring.domain.RoundFixture.WEST_STREET;
import static org.civitas.scoring.domain.RoundFixture.aRound;
import static org.civitas.scoring.domain.RoundFixture.observation;
import static org.civitas.scoring.domain.RoundFixture.requirement;
import static org.civitas.scoring.domain.RoundFixture.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.Requirement.Combination;
import org.civitas.shared.Points;
import org.junit.jupiter.api.Test;

/** Expected figures are worked out by hand in the comments, in points; the code compares integers of 10⁻⁹. */
class WorkedExamplesTest {

    private static void assertTally(RoundResult result, String got, String judged, String full) {
        assertThat(result.total())
                .isEqualTo(new Tally(
                        Points.of(got).nanos(),
                        Points.of(judged).nanos(),
                        Points.of(full).nanos()));
    }

    private static void assertPiece(RoundResult result, UUID observation, String points) {
        assertThat(result.pieces().stream()
                        .filter(p -> p.observationId().equals(observation))
                        .mapToLong(LossPiece::nanos)
                        .sum())
                .isEqualTo(Points.of(points).nanos());
    }

    @Test
    void passFailIsTheMeanOverSitesOfTheShareThatConforms() {
        // 2 points, items a b c. Site 1: a ✓ b ✗ c ✗ → 1/3 = 0.333333333. Site 2: a ✓ b ✓ c ✗ → 2/3 = 0.666666667.
        // S = 1.000000000, n = 2 → mean 0.5 → got 1.000000000 of 2, loss 1.
        // Loss by site in proportion to 0.666666667 : 0.333333333 → 0.666666667 and 0.333333333.
        // Site 1: two failed observations carry 0.666666667/2 each: 0.333333333 and one left-over 10⁻⁹ to the smaller
        // id.
        RoundResult result = aRound().requiring("2", new PassFail(), "a", "b", "c")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, WEST_STREET)
                .pass(1, "a")
                .fail(1, "b")
                .fail(1, "c")
                .pass(2, "a")
                .pass(2, "b")
                .fail(2, "c")
                .computed();
        assertTally(result, "1", "2", "2");
        assertPiece(result, observation(2), "0.333333334");
        assertPiece(result, observation(3), "0.333333333");
        assertPiece(result, observation(6), "0.333333333");
        assertThat(LossShare.by(result.pieces(), LossPiece::territory))
                .containsExactly(
                        new LossShare<>(EAST_STREET, 666_666_667, 2), new LossShare<>(WEST_STREET, 333_333_333, 1));
    }

    @Test
    void whatDoesNotApplyTakesNoPartInTheMean() {
        // 1 point, items a b. Site 1: a ✗, b N/A → mean over one item = 0. Site 2: both N/A → takes no part.
        // Site 3: never visited. So one judged site of three drawn: got 0 of judged 1, and site 1 carries all of it.
        RoundResult result = aRound().requiring("1", new PassFail(), "a", "b")
                .site(1, "小区", null, EAST_STREET)
                .site(2, "小区", null, WEST_STREET)
                .site(3, "小区", null, WEST_STREET)
                .fail(1, "a")
                .notApplicable(1, "b")
                .notApplicable(2, "a")
                .notApplicable(2, "b")
                .computed();
        assertTally(result, "0", "1", "1");
        assertPiece(result, observation(1), "1");
        assertThat(result.coverage()).isEqualTo(new RoundResult.Coverage(3, 1, 4, 4));
    }

    @Test
    void whatWasNotJudgedIsNeitherZeroNorFull() {
        // 3 points judged at one conforming site, 5 points never judged: 3 / 3 / 8, coverage 3/8 = 0.375.
        RoundResult result = aRound().requiring("3", new PassFail(), "a")
                .requiring("5", new PassFail(), "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .computed();
        assertTally(result, "3", "3", "8");
        assertThat(result.total().coverage()).isEqualTo(375_000_000);
        assertThat(result.pieces()).isEmpty();
    }

    @Test
    void siteTypesAreAveragedByTheirWeights() {
        // 6 points; 小区 weighs 2, 集贸市场 1 (default). 小区: sites ✓ ✗ → 0.5. 集贸市场: ✗ → 0.
        // got = 6 · (2·0.5 + 1·0)/3 = 2. Loss 4: 小区 6·2/3·0.5 = 2 on site 2, 集贸市场 6·1/3·1 = 2 on site 3.
        RoundResult result = aRound().requiring(
                        "6", new PassFail(), Combination.MEAN, Map.of("小区", 2_000_000_000L), null, "a")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .site(3, "集贸市场", MARKETS, WEST_STREET)
                .pass(1, "a")
                .fail(2, "a")
                .fail(3, "a")
                .computed();
        assertTally(result, "2", "6", "6");
        assertPiece(result, observation(2), "2");
        assertPiece(result, observation(3), "2");
        assertThat(LossShare.by(result.pieces(), LossPiece::typeCode))
                .extracting(LossShare::nanos)
                .containsExactly(2_000_000_000L, 2_000_000_000L);
    }

    @Test
    void theWorstItemCarriesWhereTheRequirementCountsTheWorst() {
        // 1 point, worst of a b c. a: one of two conforms → 0.5; b ✗ → 0; c ✗ → 0. Ratio 0; b and c are equally bad.
        RoundResult result = aRound().requiring("1", new PassFail(), Combination.WORST, Map.of(), null, "a", "b", "c")
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .fail(1, "a")
                .fail(1, "b")
                .fail(1, "c")
                .computed();
        assertTally(result, "0", "1", "1");
        assertPiece(result, observation(2), "0");
        assertPiece(result, observation(3), "0.5");
        assertPiece(result, observation(4), "0.5");
    }

    @Test
    void gradeCountsTheConditionsThatAreNotMet() {
        // 1.5 points, A 1.0 / B 0.66 / C 0.33 / C# 0 by 0 / 1 / 2 / more unmet of four conditions.
        // Site 1: b and d ✗ → two unmet → C 0.33. Site 2: all met but d N/A → A 1.0. Mean 0.665.
        // got = 1.5 · 0.665 = 0.9975, loss 0.5025: all of it at site 1, b and d carry 0.25125 each.
        RoundResult result = aRound().requiring("1.5", Grade.usual(), "a", "b", "c", "d")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, WEST_STREET)
                .pass(1, "a")
                .fail(1, "b")
                .pass(1, "c")
                .fail(1, "d")
                .pass(2, "a")
                .pass(2, "b")
                .pass(2, "c")
                .notApplicable(2, "d")
                .computed();
        assertTally(result, "0.9975", "1.5", "1.5");
        assertPiece(result, observation(2), "0.25125");
        assertPiece(result, observation(4), "0.25125");
    }

    @Test
    void aGradeGivenOnTheSpotCountsByItself() {
        // 2 points. Site 1: a B 0.66, b A 1 → 0.83. Site 2: a C# 0, b N/A → 0. Mean 0.415 → got 0.83, loss 1.17:
        // site 1 carries 0.17 (all on a), site 2 carries 1 (on a).
        RoundResult result = aRound().requiring("2", Grade.usual(), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, WEST_STREET)
                .graded(1, "a", "B")
                .graded(1, "b", "A")
                .graded(2, "a", "C#")
                .notApplicable(2, "b")
                .computed();
        assertTally(result, "0.83", "2", "2");
        assertPiece(result, observation(1), "0.17");
        assertPiece(result, observation(3), "1");
    }

    @Test
    void deductTakesTheSameForEveryFaultOfASite() {
        // 2 points, 0.5 a fault. Site 1: a 1 fault, b 2 faults → 2 − 1.5 = 0.5 → ratio 0.25. Site 2: none → 1.
        // got = 2 · 0.625 = 1.25, loss 0.75 at site 1: three faults of 0.25 → a 0.25, b 0.5.
        RoundResult result = aRound().requiring("2", new Deduct(Points.of("0.5")), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, WEST_STREET)
                .faults(1, "a", 1)
                .faults(1, "b", 2)
                .pass(2, "a")
                .pass(2, "b")
                .computed();
        assertTally(result, "1.25", "2", "2");
        assertPiece(result, observation(1), "0.25");
        assertPiece(result, observation(2), "0.5");
    }

    @Test
    void aClampedDeductionIsCarriedByEveryFaultEqually() {
        // 2 points, 0.5 a fault, 7 faults: 2 − 3.5 < 0 → 0. Loss is 2, not 3.5; each fault carries 2/7 =
        // 0.285714285714…
        // a has 3 faults: 6/7 = 0.857142857142…, b has 4: 8/7 = 1.142857142857…; rounded down 0.857142857 +
        // 1.142857142,
        // 10⁻⁹ is left over; remainders 0.142857… (a) and 0.857142… (b) → to b: 1.142857143.
        RoundResult result = aRound().requiring("2", new Deduct(Points.of("0.5")), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .faults(1, "a", 3)
                .faults(1, "b", 4)
                .computed();
        assertTally(result, "0", "2", "2");
        assertPiece(result, observation(1), "0.857142857");
        assertPiece(result, observation(2), "1.142857143");
    }

    @Test
    void aThresholdIsChargedToTheLeadUnitOfTheRequirement() {
        // 1 point; ≥ 95 → 1.0, ≥ 90 → 0.6, else 0.2. Site 1: 93 → 0.6, site 2: 95 → 1.0, site 3: 80 → 0.2. Mean 0.6.
        // Loss 0.4: site 1 carries 0.4/3 = 0.133333333, site 3 0.8/3 = 0.266666667; both on the lead unit, not on 街道's
        // 条.
        RoundResult result = aRound().requiring(
                        "1",
                        new Threshold(
                                List.of(
                                        new Threshold.Tier(
                                                Threshold.Comparison.AT_LEAST, new BigDecimal("95"), 1_000_000_000),
                                        new Threshold.Tier(
                                                Threshold.Comparison.AT_LEAST, new BigDecimal("90"), 600_000_000)),
                                200_000_000),
                        Combination.MEAN,
                        Map.of(),
                        MARKETS,
                        "亮灯率")
                .site(1, "背街小巷", HOUSING, EAST_STREET)
                .site(2, "背街小巷", HOUSING, EAST_STREET)
                .site(3, "背街小巷", HOUSING, EAST_STREET)
                .figure(1, "亮灯率", "93")
                .figure(2, "亮灯率", "95")
                .figure(3, "亮灯率", "80")
                .computed();
        assertTally(result, "0.6", "1", "1");
        assertPiece(result, observation(1), "0.133333333");
        assertPiece(result, observation(3), "0.266666667");
        assertThat(LossShare.by(result.pieces(), LossPiece::department))
                .containsExactly(new LossShare<>(MARKETS, 400_000_000, 2));
    }

    /** Day 1: a ✗ b ✗. Day 2: a ✓ b ✗. Day 3: only a, ✗. */
    private static RoundFixture visitedThreeTimes(VisitRule rule) {
        return aRound().counting(rule)
                .requiring("3", new PassFail(), "a", "b")
                .site(1, "小区", HOUSING, EAST_STREET)
                .onDay(1)
                .fail(1, "a")
                .fail(1, "b")
                .onDay(2)
                .pass(1, "a")
                .fail(1, "b")
                .onDay(3)
                .fail(1, "a");
    }

    @Test
    void theLatestJudgementOfEachItemCountsByDefault() {
        // a: day 3 ✗, b: day 2 ✗ → 0 of 3; a (observation 5) and b (observation 4) carry 1.5 each.
        RoundResult result = visitedThreeTimes(VisitRule.LATEST).computed();
        assertTally(result, "0", "3", "3");
        assertPiece(result, observation(4), "1.5");
        assertPiece(result, observation(5), "1.5");
        assertThat(result.pieces()).hasSize(2);
    }

    @Test
    void theMeanOfVisitsIsCarriedByEachVisitInProportionToItsLoss() {
        // Days: 0, 1/2, 0 → mean 1/6 = 0.166666667 (rounded once). got = 3 · 0.166666667 = 0.500000001, loss
        // 2.499999999.
        // The loss is split by the visits' losses 1 : 0.5 : 1 → 0.9999999996, 0.4999999998, 0.9999999996; rounded down
        // sums to 2.499999997, two are left over: to day 2 (remainder 0.8), then to the earlier of the equal days 1 and
        // 3.
        // So 1.000000000, 0.500000000, 0.999999999; day 1 is split over a and b.
        RoundResult result = visitedThreeTimes(VisitRule.MEAN).computed();
        assertTally(result, "0.500000001", "3", "3");
        assertPiece(result, observation(1), "0.5");
        assertPiece(result, observation(2), "0.5");
        assertPiece(result, observation(4), "0.5");
        assertPiece(result, observation(5), "0.999999999");
    }

    @Test
    void theWorstVisitCountsAloneTheLatestOfEquallyBadOnes() {
        // Days 1 and 3 are both 0: day 3 counts, and its single ✗ carries all 3 points.
        RoundResult result = visitedThreeTimes(VisitRule.WORST).computed();
        assertTally(result, "0", "3", "3");
        assertPiece(result, observation(5), "3");
    }

    @Test
    void theMostParticularDepartmentIsChargedAndNobodyIsANameOfItsOwn() {
        // 4 points over four equal sites' worth of ✗ on one item each: 1 point a site.
        // Site 1 names 住建; site 2 names nobody, item a is answered by 市场监管; item b by nobody and no lead unit.
        RoundResult result = aRound().requiring("2", new PassFail(), "a")
                .requiring("2", new PassFail(), "b")
                .itemAnsweredBy("a", MARKETS)
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", null, null)
                .fail(1, "a")
                .fail(2, "a")
                .fail(1, "b")
                .fail(2, "b")
                .computed();
        assertThat(LossShare.by(result.pieces(), LossPiece::department))
                .containsExactly(
                        new LossShare<>(HOUSING, 2_000_000_000, 2),
                        new LossShare<>(MARKETS, 1_000_000_000, 1),
                        new LossShare<>(null, 1_000_000_000, 1));
        assertThat(LossShare.by(result.pieces(), LossPiece::territory))
                .containsExactly(
                        new LossShare<>(EAST_STREET, 2_000_000_000, 2), new LossShare<>(null, 2_000_000_000, 2));
    }

    @Test
    void aRealisticGroupOfSitesCanBeCheckedByHeart() {
        // 3 points, 7 sites, each one item: 4 ✓, 3 ✗ → got 3·4/7 = 1.714285714(2857…) → 1.714285714, loss 1.285714286.
        // Three equal parts of 1.285714286: 0.428571428(67) each, rounded down sums to 1.285714284; two left over go to
        // the smaller site ids: 0.428571429, 0.428571429, 0.428571428.
        RoundFixture round = aRound().requiring("3", new PassFail(), "a");
        for (int number = 1; number <= 7; number++) {
            round.site(number, "小区", HOUSING, EAST_STREET);
        }
        RoundResult result = round.fail(1, "a")
                .pass(2, "a")
                .pass(3, "a")
                .fail(4, "a")
                .pass(5, "a")
                .fail(6, "a")
                .pass(7, "a")
                .computed();
        assertTally(result, "1.714285714", "3", "3");
        assertThat(result.pieces())
                .extracting(LossPiece::siteId, LossPiece::nanos)
                .containsExactly(
                        tuple(site(1), 428_571_429L), tuple(site(4), 428_571_429L), tuple(site(6), 428_571_428L));
        assertThat(result.requirements()).containsOnlyKeys(requirement(1));
    }

    @Test
    void printedPartsAddUpToThePrintedSum() {
        // 0.333333333 × 3 = 0.999999999 → printed 1.00 = 0.34 + 0.33 + 0.33 (equal remainders: the first gets it).
        assertThat(ShownPoints.ofParts(new long[] {333_333_333, 333_333_333, 333_333_333}))
                .containsExactly(new BigDecimal("0.34"), new BigDecimal("0.33"), new BigDecimal("0.33"));
    }
}
