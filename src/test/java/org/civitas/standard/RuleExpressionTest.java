package org.civitas.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalDouble;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "failed == 0 ? 1 : failed <= 2 ? 0.5 : 0 # 2 # 0.5",
                "failed == 0 ? 1 : failed <= 2 ? 0.5 : 0 # 3 # 0",
                "1 - failed / 4 # 1 # 0.75",
                "max(0, 1 - failed * 0.3) # 4 # 0",
                "min(1, failed) # 7 # 1",
                "failed > 1 && !(failed > 5) || failed == 9 ? 0.25 : 1 # 9 # 0.25",
                "1 － failed ／ 10 # 5 # 0.5",
            })
    void an_expression_gives_a_ratio(String text, double failed, double ratio) {
        assertThat(RuleExpression.of(text).ratio(Map.of("failed", failed))).hasValue(ratio);
    }

    @Test
    void a_value_outside_is_held_at_the_ends_and_no_value_is_none() {
        RuleExpression over = RuleExpression.of("done / required");
        assertThat(over.ratio(Map.of("done", 3.0, "required", 2.0))).hasValue(1.0);
        assertThat(over.ratio(Map.of("done", -3.0, "required", 2.0))).hasValue(0.0);
        assertThat(over.ratio(Map.of("done", 0.0, "required", 0.0))).isEqualTo(OptionalDouble.empty());
        assertThat(over.ratio(Map.of("done", 1.0))).isEqualTo(OptionalDouble.empty());
        assertThat(over.names()).containsExactlyInAnyOrder("done", "required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "failed >",
                "failed > 2",
                "unknown + 1",
                "'a'",
                "size([1, 2]) > 1 ? 1 : 0",
                "[1, 2, 3].map(x, x * x).size() > 2 ? 1.0 : 0.0",
                "[1.0, 2.0].all(x, x > 0.0) ? 1.0 : 0.0",
                "'aaaa'.matches('(a+)+') ? 1.0 : 0.0",
                "{1: 2}[1]",
                "timestamp('2026-01-01T00:00:00Z').getFullYear() > 1 ? 1.0 : 0.0",
            })
    void what_is_no_number_or_could_be_costly_is_refused(String text) {
        assertThatThrownBy(() -> RuleExpression.of(text))
                .isInstanceOfSatisfying(
                        RuleViolation.class, fault -> assertThat(fault.code()).isEqualTo("edition.rule.expression"));
    }

    @Test
    void length_and_number_of_parts_are_bounded() {
        assertThatThrownBy(() -> RuleExpression.of("1+".repeat(RuleExpression.LONGEST) + "1"))
                .hasMessage("公式应在 1 到 400 个字之间。");
        assertThatThrownBy(() -> RuleExpression.of("1+".repeat(150) + "1")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> RuleExpression.of("(".repeat(150) + "1" + ")".repeat(150)))
                .isInstanceOf(RuleViolation.class);
    }
}
