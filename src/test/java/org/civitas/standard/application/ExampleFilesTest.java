package org.civitas.standard.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.civitas.shared.Points;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleType;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.domain.TreeOrder;
import org.junit.jupiter.api.Test;

class ExampleFilesTest {

    private final EditionContent example = new ExampleFiles().read();

    @Test
    void the_example_edition_has_no_fault() {
        assertThat(EditionRule.check(example)).isEmpty();
    }

    @Test
    void it_is_as_large_as_promised_and_its_points_make_a_hundred() {
        assertThat(example.full()).isEqualTo(Points.of("100"));
        assertThat(example.nodes().stream().filter(n -> n.parentCode() == null)).hasSize(9);
        assertThat(example.requirements().stream()
                        .filter(r -> r.method() == Method.SITE)
                        .map(Requirement::criterionCode)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(48);
        assertThat(example.siteTypes()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(example.checkItems()).hasSizeGreaterThanOrEqualTo(160);
    }

    @Test
    void the_four_common_rules_of_site_inspection_are_used() {
        assertThat(example.requirements().stream()
                        .filter(r -> r.method() == Method.SITE)
                        .map(r -> Objects.requireNonNull(r.rule()).type())
                        .collect(Collectors.toSet()))
                .contains(RuleType.PASS_FAIL, RuleType.GRADE, RuleType.DEDUCT, RuleType.THRESHOLD);
    }

    @Test
    void every_check_item_names_three_to_six_usual_faults_with_a_type_of_case() {
        assertThat(example.checkItems()).allSatisfy(item -> {
            assertThat(item.faults()).hasSizeBetween(3, 6);
            assertThat(item.faults()).allSatisfy(f -> assertThat(f.caseType()).isNotBlank());
        });
    }

    @Test
    void the_nodes_stand_in_the_order_of_the_tree() {
        assertThat(TreeOrder.of(example.nodes())).isEqualTo(example.nodes());
        assertThat(example.nodes().stream().map(Node::code)).startsWith("1", "1.1", "1.1.1", "1.1.2");
    }
}
