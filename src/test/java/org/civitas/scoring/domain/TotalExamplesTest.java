package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.scoring.domain.RoundFixture.EAST_STREET;
import static org.civitas.scoring.domain.RoundFixture.HOUSING;
import static org.civitas.scoring.domain.RoundFixture.MARKETS;
import static org.civitas.scoring.domain.RoundFixture.WEST_STREET;
import static org.civitas.scoring.domain.RoundFixture.aRound;
import static org.civitas.scoring.domain.RoundFixture.fact;
import static org.civitas.scoring.domain.RoundFixture.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.civitas.scoring.domain.CycleScore.Year;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.junit.jupiter.api.Test;

/** Totals of whole rounds; expected figures are worked out by hand in the comments, in points. */
class TotalExamplesTest {

    private static Tally tally(String got, String judged, String full) {
        return new Tally(
                Points.of(got).nanos(),
                Points.of(judged).nanos(),
                Points.of(full).nanos());
    }

    private static long lossOf(RoundResult result, UUID evidence) {
        return result.pieces().stream()
                .filter(p -> p.evidenceId().equals(evidence))
                .mapToLong(LossPiece::nanos)
                .sum();
    }

    @Test
    void methodsWeighFortyFortyTwentyAndOneIsMissing() {
        // SITE 40: 10 points, sites ✓ ✓ ✗ ✗ and a second requirement ✓ (2 of 2 points): got 8·0.5 + 2 = 6 of 10 → 24.
        // MATERIAL 40: 12 of 15 → 32. SURVEY 20: nothing judged of 5 → missing. Total 56 of judged 80 of 100, partial.
        // Loss 24 = SITE 16 (two failed observations that lost 2 points each → 8 each) + MATERIAL 8 on its lead unit.
        // Judged share: (40·1 + 40·1 + 20·0)/100 = 0.8.
        RoundResult result = aRound().requiring("8", new PassFail(), "a")
                .requiring("2", new PassFail(), "b")
                .requiring("15", new Review(null, null), Method.MATERIAL, MARKETS)
                .requiring("5", new Unruled(), Method.SURVEY, null)
                .weighing(Method.SITE, "40")
                .weighing(Method.MATERIAL, "40")
                .weighing(Method.SURVEY, "20")
                .site(1, "小区", HOUSING, EAST_STREET)
                .site(2, "小区", HOUSING, EAST_STREET)
                .site(3, "小区", HOUSING, WEST_STREET)
                .site(4, "小区", HOUSING, WEST_STREET)
                .pass(1, "a")
                .pass(2, "a")
                .fail(3, "a")
                .fail(4, "a")
                .pass(1, "b")
                .mark(3, EnteredFact.Reviewer.FIRST, "12")
                .computed();
        assertThat(result.total()).isEqualTo(tally("56", "80", "100"));
        assertThat(result.missing()).containsExactly(Method.SURVEY);
        assertThat(result.judgedShare()).isEqualTo(800_000_000);
        assertThat(lossOf(result, observation(3))).isEqualTo(8_000_000_000L);
        assertThat(lossOf(result, observation(4))).isEqualTo(8_000_000_000L);
        assertThat(lossOf(result, fact(1))).isEqualTo(8_000_000_000L);
    }

    @Test
    void methodsWeighToOneHundredAndSix() {
        // MATERIAL 39.7: 9 of 10 → 35.73. SITE 46.3: 4 of 5 → 37.04. SURVEY 10: 0.7 → 7. DATA 10: 1 of 3 →
        // ratio 0.333333333, rounded there → 0.999999999 of 3 → 10·0.999999999/3 = 3.33333333.
        // Total 83.10333333 of 106, printed 83.10. Loss 22.89666667: MATERIAL 3.97, SITE 9.26, SURVEY 3, DATA
        // 6.66666667.
        RoundResult result = aRound().requiring("10", new Review(null, null), Method.MATERIAL, MARKETS)
                .requiring("5", new PassFail(), "a", "b", "c", "d", "e")
                .requiring(
                        "4",
                        new Survey(
                                "",
                                new Tiers(
                                        List.of(new Threshold.Tier(
                                                Threshold.Comparison.AT_LEAST, new BigDecimal("80"), 700_000_000)),
                                        0)),
                        Method.SURVEY,
                        HOUSING)
                .requiring("3", new Proportion(null), Method.DATA, HOUSING)
                .weighing(Method.MATERIAL, "39.7")
                .weighing(Method.SITE, "46.3")
                .weighing(Method.SURVEY, "10")
                .weighing(Method.DATA, "10")
                .site(1, "小区", HOUSING, EAST_STREET)
                .pass(1, "a")
                .pass(1, "b")
                .pass(1, "c")
                .pass(1, "d")
                .fail(1, "e")
                .mark(1, EnteredFact.Reviewer.FIRST, "9")
                .estimate(3, "0.81")
                .done(4, "1", "3")
                .computed();
        assertThat(result.total()).isEqualTo(tally("83.10333333", "106", "106"));
        assertThat(new Points(result.total().got()).shown()).isEqualTo("83.10");
        assertThat(result.missing()).isEmpty();
        assertThat(lossOf(result, fact(1))).isEqualTo(3_970_000_000L);
        assertThat(lossOf(result, observation(5))).isEqualTo(9_260_000_000L);
        assertThat(lossOf(result, fact(2))).isEqualTo(3_000_000_000L);
        assertThat(lossOf(result, fact(3))).isEqualTo(6_666_666_670L);
    }

    @Test
    void aCycleWeighsItsYearsFifteenTwentyFiveSixty() {
        // 15 · 90/100 = 13.5; 25 · 84/96 = 21.875; the third year has no score yet: 35.375 of 40 of 100, and it is
        // named.
        // With 83.103333333 of 106 in the third: 60 · 83.103333333/106 = 47.039622641(320…) → 82.414622641 of 100.
        Year first = new Year("第一年", 15_000_000_000L, tally("90", "100", "100"));
        Year second = new Year("第二年", 25_000_000_000L, tally("84", "96", "100"));
        assertThat(CycleScore.of(List.of(first, second, new Year("第三年", 60_000_000_000L, null))))
                .isEqualTo(new CycleScore(tally("35.375", "40", "100"), List.of("第三年")));
        Year third = new Year("第三年", 60_000_000_000L, tally("83.103333333", "106", "106"));
        assertThat(CycleScore.of(List.of(first, second, third)))
                .isEqualTo(new CycleScore(tally("82.414622641", "100", "100"), List.of()));
    }

    @Test
    void aRoundOfRealSize() {
        // 328 standards of 0.25 points (82 together), each with one check item; 78 sites of one type. Observations are
        // numbered k = 0 … 1165: number k judges item k mod 328 at site k div 15 (sites 0–76 get 15, site 77 gets 11),
        // so no item comes twice to a site. Number k fails when 11 divides k: 0, 11, …, 1155 are 106 failures.
        // 1166 = 3·328 + 182: items 0–181 are judged at four sites, items 182–327 at three. Two numbers of one item lie
        // 328, 656 or 984 apart, none a multiple of 11: an item fails at most once.
        // Failures of the first kind, multiples of 11 in 0–181, 328–509, 656–837, 984–1165: 17 + 17 + 17 + 16 = 67; of
        // the second, in 182–327, 510–655, 838–983: 13 + 13 + 13 = 39. Together 106.
        // First kind: got 0.25·3/4 = 0.1875, loss 0.0625. Second: 0.25·(2/3) = 0.166666667, loss 0.083333333.
        // Loss 67·0.0625 + 39·0.083333333 = 4.1875 + 3.249999987 = 7.437499987; got 82 − that = 74.562500013.
        RoundFixture round = aRound();
        for (int item = 0; item < 328; item++) {
            if (item > 0) {
                round.underCriterion("标准" + item);
            }
            round.requiring("0.25", new PassFail(), "I" + item);
        }
        for (int site = 0; site < 78; site++) {
            round.site(site, "小区", HOUSING, site % 2 == 0 ? EAST_STREET : WEST_STREET);
        }
        for (int k = 0; k < 1_166; k++) {
            if (k % 11 == 0) {
                round.fail(k / 15, "I" + k % 328);
            } else {
                round.pass(k / 15, "I" + k % 328);
            }
        }
        RoundResult result = round.computed();
        assertThat(result.total()).isEqualTo(tally("74.562500013", "82", "82"));
        assertThat(new Points(result.total().got()).shown()).isEqualTo("74.56");
        assertThat(result.coverage()).isEqualTo(new RoundResult.Coverage(78, 78, 1_166, 1_166));
        assertThat(result.pieces()).hasSize(106);
        assertThat(result.pieces().stream().filter(p -> p.nanos() == 62_500_000))
                .hasSize(67);
        assertThat(result.pieces().stream().filter(p -> p.nanos() == 83_333_333))
                .hasSize(39);
        // number 0 is observation 1; number 187 = 17·11 is the first failure of the second kind, at site 12
        assertThat(lossOf(result, observation(1))).isEqualTo(62_500_000);
        assertThat(lossOf(result, observation(188))).isEqualTo(83_333_333);
    }
}
