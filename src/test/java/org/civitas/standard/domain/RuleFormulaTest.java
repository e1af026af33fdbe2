package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.RuleDefinition.Threshold;
import org.civitas.standard.RuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormulaTest {

    @ParameterizedTest
    @CsvSource({
        "PASS_FAIL, ''",
        "GRADE, A=1；B=0.66；C=0.33；C#=0",
        "DEDUCT, 每处扣0.25",
        "THRESHOLD, ≥90：1；≥80：0.6；≥60：0.3",
        "THRESHOLD, ＜60：1；≤65：0.5",
    })
    void what_is_written_is_what_was_read(RuleType type, String written) {
        assertThat(RuleFormula.format(RuleFormula.parse(type, written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "GRADE, 'A=1, B=0.660, C=.33; C#=0'",
        "GRADE, A=1；B=0.66",
        "GRADE, A=0.5；B=0.66；C=0.33；C#=0",
        "GRADE, A=2；B=0.66；C=0.33；C#=0",
        "DEDUCT, ''",
        "DEDUCT, 每处扣0",
        "DEDUCT, 每处扣-1",
        "DEDUCT, 0.5；0.6",
        "THRESHOLD, ''",
        "THRESHOLD, 90分以上得满分",
        "THRESHOLD, ≥80：0.6；≥90：1",
        "THRESHOLD, ≥90：0.6；≥80：1",
        "THRESHOLD, ≥90：1；≤80：0.6",
        "PASS_FAIL, 0.5",
    })
    void what_can_not_be_a_rule_is_refused_in_words(RuleType type, String written) {
        assertThatThrownBy(() -> RuleFormula.parse(type, written))
                .isInstanceOfSatisfying(RuleViolation.class, fault -> {
                    assertThat(fault.code()).isEqualTo("edition.rule.parameters");
                    assertThat(fault.getMessage()).startsWith("规则参数“").endsWith("。");
                });
    }

    @Test
    void half_width_signs_and_spaces_are_taken_as_people_type_them() {
        Threshold rule = (Threshold) RuleFormula.parse(RuleType.THRESHOLD, " >=90% : 1 ; >=80%:0.6 ");
        assertThat(rule.tiers()).hasSize(2);
        assertThat(rule.tiers().getFirst().limit()).isEqualByComparingTo(new BigDecimal("90"));
        assertThat(rule.sentence()).isEqualTo("按数值分档：不低于 90 得满分的 100%，不低于 80 得满分的 60%，其余不得分。");
    }
}
