package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.civitas.scoring.domain.RateChange.Effect;
import org.junit.jupiter.api.Test;

/** Why the rate of a round differs from that of another. */
class RateChangeTest {

    private static Tally tally(double got, double judged, double full) {
        return new Tally(Math.round(got * 1e9), Math.round(judged * 1e9), Math.round(full * 1e9));
    }

    /**
     * Both rounds judge A (6 points) and B (4 points). A goes from 3 to 4.5 points, B from 4 to 3. Weights stay 0.6 and 0.4:
     * A adds 0.6 × (0.75 − 0.50) = 0.15, B takes 0.4 × (0.75 − 1.00) = −0.10; the rate goes from 0.70 to 0.75.
     */
    @Test
    void with_the_same_scope_every_part_adds_its_weight_times_its_change() {
        RateChange change = RateChange.between(
                Map.of("A", tally(3, 6, 6), "B", tally(4, 4, 4)), Map.of("A", tally(4.5, 6, 6), "B", tally(3, 4, 4)));

        assertThat(change.before()).isEqualTo(700_000_000);
        assertThat(change.after()).isEqualTo(750_000_000);
        assertThat(change.effects())
                .containsExactly(
                        new Effect("A", 500_000_000L, 750_000_000L, 150_000_000, 0),
                        new Effect("B", 1_000_000_000L, 750_000_000L, -100_000_000, 0));
    }

    /**
     * A (5 points) stays at 80 %; B (5 points, 40 %) was not judged before. The rate falls from 0.80 to 0.60 and nothing did
     * worse: all of it is scope. Middle of the rates 0.70. A: (0.80 − 0.70) × (0.5 − 1) = −0.05; B: (0.40 − 0.70) × 0.5 = −0.15.
     */
    @Test
    void a_part_that_was_not_judged_before_changes_the_scope_and_not_the_performance() {
        RateChange change = RateChange.between(
                Map.of("A", tally(4, 5, 5), "B", tally(0, 0, 5)), Map.of("A", tally(4, 5, 5), "B", tally(2, 5, 5)));

        assertThat(change.effects())
                .containsExactly(
                        new Effect("A", 800_000_000L, 800_000_000L, 0, -50_000_000),
                        new Effect("B", null, 400_000_000L, 0, -150_000_000));
    }

    @Test
    void a_round_that_judged_nothing_has_no_rate_to_compare() {
        assertThatThrownBy(() -> RateChange.between(Map.of("A", tally(0, 0, 5)), Map.of("A", tally(1, 5, 5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void effects_add_up_to_the_change_whatever_was_judged() {
        long seed = 20261121;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < 1000; n++) {
            Map<String, Tally> earlier = parts(random);
            Map<String, Tally> later = parts(random);
            RateChange change = RateChange.between(earlier, later);
            long sum = change.effects().stream()
                    .mapToLong(effect -> effect.performance() + effect.scope())
                    .sum();
            assertThat(sum).isEqualTo(change.after() - change.before());
            RateChange back = RateChange.between(later, earlier);
            assertThat(back.before()).isEqualTo(change.after());
            for (int i = 0; i < change.effects().size(); i++) {
                Effect there = change.effects().get(i);
                Effect again = back.effects().get(i);
                assertThat(again.performance()).isCloseTo(-there.performance(), within(2L));
                assertThat(again.scope()).isCloseTo(-there.scope(), within(2L));
            }
        }
    }

    private static Map<String, Tally> parts(Random random) {
        Map<String, Tally> parts = new HashMap<>();
        parts.put("P0", new Tally(random.nextLong(1, 1_000_000_000), 1_000_000_000, 1_000_000_000));
        for (int i = 1; i < 1 + random.nextInt(12); i++) {
            long full = random.nextLong(1, 9_000_000_000L);
            long judged = random.nextInt(4) == 0 ? 0 : random.nextLong(full + 1);
            parts.put(
                    "P" + random.nextInt(1, 15),
                    new Tally(judged == 0 ? 0 : random.nextLong(judged + 1), judged, full));
        }
        return parts;
    }

    /** −1.5 and 2.5 are −2 and 2 rounded down, with remainders of one half: the one that is missing goes to the first. */
    @Test
    void parts_above_and_below_zero_are_rounded_to_their_sum() {
        assertThat(SignedParts.of(List.of(new BigDecimal("-1.5"), new BigDecimal("2.5")), 1))
                .containsExactly(-1, 2);
        assertThat(LongStream.of(SignedParts.of(List.of(BigDecimal.ONE, BigDecimal.ONE), 1))
                        .sum())
                .isEqualTo(1);
        assertThatThrownBy(() -> SignedParts.of(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void criteria_gather_their_requirements_under_the_item_of_the_first_level() {
        List<ScoreLine> before = lines(tally(3, 6, 6), tally(4, 4, 4));
        List<ScoreLine> after = lines(tally(4.5, 6, 6), tally(3, 4, 4));
        RateChange change = RateChange.between(
                Map.of("1.1-1", tally(3, 6, 6), "1.1-2", tally(4, 4, 4)),
                Map.of("1.1-1", tally(4.5, 6, 6), "1.1-2", tally(3, 4, 4)));

        assertThat(CriterionChange.of(before, after, change))
                .containsExactly(new CriterionChange("1.1", "1", tally(7, 10, 10), tally(7.5, 10, 10), 50_000_000, 0));
    }

    private static List<ScoreLine> lines(Tally first, Tally second) {
        Tally sum = first.plus(second);
        return List.of(
                new ScoreLine(1, ScoreLine.Kind.GROUP, "1", null, "环境", "", sum),
                new ScoreLine(2, ScoreLine.Kind.CRITERION, "1.1", "1", "整洁", "", sum),
                new ScoreLine(3, ScoreLine.Kind.REQUIREMENT, "1.1-1", "1.1", "整洁", "", first),
                new ScoreLine(4, ScoreLine.Kind.REQUIREMENT, "1.1-2", "1.1", "整洁", "", second));
    }
}
