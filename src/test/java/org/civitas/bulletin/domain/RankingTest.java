package org.civitas.bulletin.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final RankingScheme SCHEME = new RankingScheme(
            "综合排名办法",
            1,
            1,
            List.of(
                    new RankingScheme.Item(Indicator.MENDED_RATE, 40),
                    new RankingScheme.Item(Indicator.ON_TIME_RATE, 40),
                    new RankingScheme.Item(Indicator.SCORE_RATE, 20)));

    @Test
    void the_total_is_the_weighted_mean_of_the_printed_shares() {
        Ranking ranking = Ranking.of(SCHEME, List.of(subject("a", 10, 2537, 2948, 9531, 9839, 8642, 10000)));
        Ranking.Line line = ranking.lines().getFirst();
        assertThat(line.steps())
                .extracting(Ranking.Step::value)
                .containsExactly(dec("86.06"), dec("96.87"), dec("86.42"));
        assertThat(line.total()).isEqualTo(dec("90.46"));
        assertThat(line.computation()).isEqualTo("整改率 86.06×40＋按时办结率 96.87×40＋测评得分率 86.42×20＝9045.60，÷100＝90.46");
    }

    @Test
    void an_indicator_that_was_not_measured_hands_its_weight_to_the_others() {
        RankingSubject unit = new RankingSubject(
                "u",
                "市城管局",
                Map.of(Indicator.MENDED_RATE, Measure.of(90, 100), Indicator.ON_TIME_RATE, Measure.of(100, 100)),
                100,
                100,
                null);
        Ranking.Line line = Ranking.of(SCHEME, List.of(unit)).lines().getFirst();
        assertThat(line.weights()).isEqualTo(80);
        assertThat(line.total()).isEqualTo(dec("95.00"));
    }

    @Test
    void equal_totals_share_a_rank_and_the_next_one_counts_them() {
        Ranking ranking = Ranking.of(
                SCHEME,
                List.of(
                        subject("c", 5, 8, 10, 8, 10, 8, 10),
                        subject("a", 5, 9, 10, 9, 10, 9, 10),
                        subject("b", 5, 18, 20, 27, 30, 90, 100),
                        subject("d", 5, 1, 10, 1, 10, 1, 10)));
        assertThat(ranking.lines()).extracting(Ranking.Line::id).containsExactly("a", "b", "c", "d");
        assertThat(ranking.lines()).extracting(Ranking.Line::rank).containsExactly(1, 1, 3, 4);
    }

    @Test
    void who_had_nothing_due_takes_no_part_and_the_reason_is_given() {
        RankingScheme strict = new RankingScheme("x", 1, 3, SCHEME.items());
        Ranking ranking =
                Ranking.of(strict, List.of(subject("a", 0, 9, 10, 9, 10, 9, 10), subject("b", 2, 9, 10, 9, 10, 9, 10)));
        assertThat(ranking.lines()).isEmpty();
        assertThat(ranking.unranked())
                .extracting(Ranking.Unranked::reason)
                .containsExactly("本期没有到期应办结的问题", "本期到期应办结的问题只有 2 件，少于 3 件");
    }

    @Test
    void nothing_measured_is_no_rank_either() {
        RankingSubject bare = new RankingSubject("a", "甲", Map.of(), 0, 4, null);
        assertThat(Ranking.of(SCHEME, List.of(bare)).unranked())
                .extracting(Ranking.Unranked::reason)
                .containsExactly("本期没有可以计算的指标");
    }

    @Test
    void weights_must_make_a_hundred_and_each_indicator_stands_once() {
        assertThat(code(List.of(new RankingScheme.Item(Indicator.MENDED_RATE, 90)), 1))
                .isEqualTo("ranking.weights");
        assertThat(code(
                        List.of(
                                new RankingScheme.Item(Indicator.MENDED_RATE, 50),
                                new RankingScheme.Item(Indicator.MENDED_RATE, 50)),
                        1))
                .isEqualTo("ranking.repeated");
        assertThat(code(
                        List.of(
                                new RankingScheme.Item(Indicator.MENDED_RATE, 100),
                                new RankingScheme.Item(Indicator.SCORE_RATE, 0)),
                        1))
                .isEqualTo("ranking.weight");
        assertThat(code(List.of(new RankingScheme.Item(Indicator.MENDED_RATE, 100)), 0))
                .isEqualTo("ranking.least-due");
    }

    @Test
    void order_of_input_never_matters_and_every_total_can_be_reckoned_again_from_its_steps() {
        long seed = 20_261_120L;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<RankingSubject> subjects = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                subjects.add(subject(
                        "s" + i, random.nextInt(4), random.nextInt(6), 5, random.nextInt(4), 3, random.nextInt(8), 7));
            }
            Ranking first = Ranking.of(SCHEME, subjects);
            Collections.shuffle(subjects, random);
            assertThat(Ranking.of(SCHEME, subjects)).as("seed " + seed).isEqualTo(first);
            assertThat(first.lines().size() + first.unranked().size()).isEqualTo(subjects.size());
            for (Ranking.Line line : first.lines()) {
                BigDecimal sum = line.steps().stream()
                        .map(step -> step.value().multiply(BigDecimal.valueOf(step.weight())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(line.total())
                        .as("seed " + seed)
                        .isEqualTo(sum.divide(BigDecimal.valueOf(line.weights()), 2, RoundingMode.HALF_UP));
                long better = first.lines().stream()
                        .filter(other -> other.total().compareTo(line.total()) > 0)
                        .count();
                assertThat(line.rank()).as("seed " + seed).isEqualTo(better + 1);
            }
        }
    }

    private static String code(List<RankingScheme.Item> items, int least) {
        return catchThrowableOfType(RuleViolation.class, () -> new RankingScheme("x", 1, least, items))
                .code();
    }

    private static BigDecimal dec(String value) {
        return new BigDecimal(value);
    }

    private static RankingSubject subject(
            String id, long due, long mended, long found, long onTime, long dueRate, long got, long judged) {
        Map<Indicator, Measure> measures = new EnumMap<>(Indicator.class);
        measures.put(Indicator.MENDED_RATE, Measure.of(mended, found));
        measures.put(Indicator.ON_TIME_RATE, Measure.of(onTime, dueRate));
        measures.put(Indicator.SCORE_RATE, Measure.of(got, judged));
        return new RankingSubject(id, "对象" + id, measures, found, due, 3);
    }
}
