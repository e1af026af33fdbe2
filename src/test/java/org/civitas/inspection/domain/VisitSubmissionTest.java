package org.civitas.inspection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.Outcome;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitSubmissionTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String ITEM = "小区-01-02";

    @Test
    void nonconforming_needs_the_fault_in_words() {
        assertBreaks("observation.fault.missing", () -> judged(Outcome.NONCONFORMING, List.of()));
        assertThat(judged(Outcome.NONCONFORMING, List.of("飞线充电")).failed()).isTrue();
    }

    @Test
    void a_grade_of_c_or_c_sharp_is_a_problem_and_b_only_with_a_named_fault() {
        assertThat(graded(GradeMark.A, List.of()).failed()).isFalse();
        assertThat(graded(GradeMark.B, List.of()).failed()).isFalse();
        assertThat(graded(GradeMark.B, List.of("公益广告破损")).failed()).isTrue();
        assertThat(graded(GradeMark.C, List.of()).failed()).isTrue();
        assertThat(graded(GradeMark.C_SHARP, List.of()).failed()).isTrue();
    }

    @Test
    void counted_faults_are_a_problem_and_a_figure_only_with_a_named_fault() {
        assertBreaks("observation.fault.missing", () -> entry(Outcome.COUNTED, null, 7, null, List.of()));
        assertThat(entry(Outcome.COUNTED, null, 0, null, List.of()).failed()).isFalse();
        assertThat(entry(Outcome.MEASURED, null, null, new BigDecimal("62.5"), List.of())
                        .failed())
                .isFalse();
        assertThat(entry(Outcome.COUNTED, null, 7, null, List.of("乱扔烟头")).failed())
                .isTrue();
        assertThat(entry(Outcome.MEASURED, null, null, new BigDecimal("62.5"), List.of("噪声超标"))
                        .failed())
                .isTrue();
    }

    @Test
    void the_value_must_fit_the_form_of_the_judgement() {
        assertBreaks("observation.grade.misplaced", () -> entry(Outcome.GRADED, null, null, null, List.of()));
        assertBreaks(
                "observation.grade.misplaced", () -> entry(Outcome.CONFORMING, GradeMark.A, null, null, List.of()));
        assertBreaks("observation.count.misplaced", () -> entry(Outcome.COUNTED, null, null, null, List.of()));
        assertBreaks("observation.count.range", () -> entry(Outcome.COUNTED, null, -1, null, List.of()));
        assertBreaks("observation.figure.misplaced", () -> entry(Outcome.MEASURED, null, null, null, List.of()));
    }

    @Test
    void an_item_is_judged_once_and_again_only_at_another_spot() {
        ObservationEntry first = judged(Outcome.NONCONFORMING, List.of("乱停车"));
        assertBreaks("visit.item.repeated", () -> visit(List.of(first, judged(Outcome.CONFORMING, List.of()))));
        ObservationEntry elsewhere = new ObservationEntry(
                UUID.randomUUID(),
                ITEM,
                Outcome.NONCONFORMING,
                null,
                null,
                null,
                List.of("乱停车"),
                "",
                List.of(),
                null,
                true,
                NOON);
        assertThat(visit(List.of(first, elsewhere)).observations()).hasSize(2);
    }

    @Test
    void an_empty_visit_is_refused() {
        assertBreaks("visit.empty", () -> visit(List.of()));
    }

    @Test
    void a_phone_clock_may_run_ten_minutes_ahead_but_not_more() {
        VisitSubmission visit = visit(List.of(judged(Outcome.CONFORMING, List.of())));
        visit.requireNotInFuture(NOON.minusSeconds(600));
        assertBreaks("visit.time.future", () -> visit.requireNotInFuture(NOON.minusSeconds(601)));
    }

    @Test
    void fault_words_and_remark_make_one_sentence() {
        ObservationEntry entry = new ObservationEntry(
                UUID.randomUUID(),
                ITEM,
                Outcome.NONCONFORMING,
                null,
                null,
                null,
                List.of(" 占道经营 ", "占道经营", "乱停车"),
                " 东门两侧 ",
                List.of(),
                null,
                false,
                NOON);
        assertThat(entry.faultWords()).isEqualTo("占道经营；乱停车。东门两侧");
    }

    private static VisitSubmission visit(List<ObservationEntry> entries) {
        return new VisitSubmission(new UUID(4, 1), null, new UUID(5, 1), NOON.minusSeconds(900), NOON, "", entries);
    }

    private static ObservationEntry judged(Outcome outcome, List<String> faults) {
        return entry(outcome, null, null, null, faults);
    }

    private static ObservationEntry graded(GradeMark mark, List<String> faults) {
        return entry(Outcome.GRADED, mark, null, null, faults);
    }

    private static ObservationEntry entry(
            Outcome outcome,
            @Nullable GradeMark grade,
            @Nullable Integer count,
            @Nullable BigDecimal figure,
            List<String> faults) {
        return new ObservationEntry(
                UUID.randomUUID(), ITEM, outcome, grade, count, figure, faults, "", List.of(), null, false, NOON);
    }

    private static void assertBreaks(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
