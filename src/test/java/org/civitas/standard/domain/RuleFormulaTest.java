package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Threshold;
import org.civitas.standard.RuleHelp;
import org.civitas.standard.RuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASS_FAIL | ''",
                "GRADE | A=1；B=0.66；C=0.33；C#=0",
                "DEDUCT | 每处扣0.25",
                "DEDUCT | 应有3；每缺一处扣0.5",
                "THRESHOLD | ≥90：1；≥80：0.6；≥60：0.3",
                "THRESHOLD | ＜60：1；≤65：0.5；其余：0.25",
                "PROPORTION | ''",
                "PROPORTION | 目标=95.5",
                "ZEROING | 整条标准",
                "ZEROING | 仅本要求",
                "COUNT_IN_WINDOW | 窗口=200米；≤0：1；≤2：0.6",
                "COUNT_IN_WINDOW | 窗口=5分钟；≤0：1；≤3：0.5；其余：0.1",
                "DENSITY | 每100米；≥1：1；≥0.5：0.6",
                "DENSITY | 每100米；路程=500米；≤0.2：1；≤1：0.5",
                "SURVEY | ≥90：1；≥80：0.7",
                "SURVEY | 题目=满意率；≥90：1；≥80：0.7",
                "REVIEW | ''",
                "REVIEW | 满分=100",
                "REVIEW | 满分=100；相差超过20仲裁",
                "REVIEW | 相差超过0.5仲裁",
                "VETO | 每起扣2",
                "VETO | 每起扣2；最多扣6",
                "VETO | 最高80",
                "VETO | 暂停",
                "VETO | 取消",
                "EXPRESSION | failed == 0 ? 1 : failed <= 2 ? 0.5 : 0",
            })
    void what_is_written_is_what_was_read(RuleType type, String written) {
        RuleDefinition rule = RuleFormula.parse(type, written);
        assertThat(rule.type()).isEqualTo(type);
        assertThat(RuleFormula.format(rule)).isEqualTo(written);
        assertThat(rule.sentence()).endsWith("。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRADE | A=1, B=0.660, C=.33; C#=0",
                "GRADE | A=1；B=0.66",
                "GRADE | A=0.5；B=0.66；C=0.33；C#=0",
                "GRADE | A=2；B=0.66；C=0.33；C#=0",
                "DEDUCT | ''",
                "DEDUCT | 每处扣0",
                "DEDUCT | 每处扣-1",
                "DEDUCT | 0.5；0.6",
                "DEDUCT | 应有0；每缺一处扣0.5",
                "DEDUCT | 应有3；每处扣0.5",
                "THRESHOLD | ''",
                "THRESHOLD | 90分以上得满分",
                "THRESHOLD | ≥80：0.6；≥90：1",
                "THRESHOLD | ≥90：0.6；≥80：1",
                "THRESHOLD | ≥90：1；≤80：0.6",
                "THRESHOLD | 其余：0.5",
                "THRESHOLD | ≥90：1；其余：0.5；≥80：0.6",
                "THRESHOLD | ≥90：0.6；其余：0.7",
                "PASS_FAIL | 0.5",
                "PROPORTION | 目标=0",
                "PROPORTION | 95",
                "ZEROING | 全部",
                "COUNT_IN_WINDOW | ≤0：1",
                "COUNT_IN_WINDOW | 窗口=0米；≤0：1",
                "COUNT_IN_WINDOW | 窗口=200公里；≤0：1",
                "COUNT_IN_WINDOW | 窗口=200米",
                "DENSITY | ≥1：1",
                "DENSITY | 每0米；≥1：1",
                "SURVEY | 满意率",
                "REVIEW | 满分=0",
                "REVIEW | 良好",
                "VETO | ''",
                "VETO | 每起扣0",
                "VETO | 每起扣3；最多扣2",
                "VETO | 通报批评",
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
        assertThat(RuleFormula.parse(RuleType.COUNT_IN_WINDOW, "窗口：200 米, <=0:1"))
                .isEqualTo(RuleFormula.parse(RuleType.COUNT_IN_WINDOW, "窗口=200米；≤0：1"));
    }

    @Test
    void an_empty_grade_is_the_usual_one() {
        assertThat(RuleFormula.parse(RuleType.GRADE, "")).isEqualTo(RuleDefinition.Grade.usual());
    }

    @Test
    void every_kind_of_rule_has_help_whose_examples_can_be_copied() {
        assertThat(RuleHelp.ALL).extracting(RuleHelp::type).containsExactlyInAnyOrder(RuleType.values());
        for (RuleHelp help : RuleHelp.ALL) {
            assertThat(help.examples()).isNotEmpty();
            help.examples()
                    .forEach(example -> assertThat(RuleFormula.format(RuleFormula.parse(help.type(), example)))
                            .isEqualTo(example));
        }
        assertThat(Arrays.stream(RuleType.values()).allMatch(t -> !t.methods().isEmpty()))
                .isTrue();
    }
}
