package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.EditionFixture;
import org.civitas.standard.EditionState;
import org.junit.jupiter.api.Test;

class EditionStepTest {

    private static final Map<EditionStep, Map<EditionState, EditionState>> TABLE = Map.of(
            EditionStep.PUT_IN_USE, Map.of(EditionState.DRAFT, EditionState.IN_USE),
            EditionStep.RETIRE, Map.of(EditionState.IN_USE, EditionState.RETIRED),
            EditionStep.RESUME, Map.of(EditionState.RETIRED, EditionState.IN_USE));

    @Test
    void every_step_leads_where_the_table_says_and_is_refused_from_every_other_state() {
        for (EditionStep step : EditionStep.values()) {
            for (EditionState from : EditionState.values()) {
                EditionState to = TABLE.get(step).get(from);
                if (to != null) {
                    assertThat(step.take(new EditionFixture().content(from))).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> step.take(new EditionFixture().content(from)))
                            .isInstanceOfSatisfying(
                                    RuleViolation.class,
                                    f -> assertThat(f.code()).isEqualTo("edition.state.step"));
                }
            }
        }
    }

    @Test
    void an_edition_with_a_fault_is_not_put_in_use() {
        EditionFixture fixture = new EditionFixture();
        fixture.items.removeFirst();
        assertThatThrownBy(() -> EditionStep.PUT_IN_USE.take(fixture.content()))
                .isInstanceOfSatisfying(RuleViolation.class, f -> {
                    assertThat(f.code()).isEqualTo("edition.faulty");
                    assertThat(f.getMessage()).contains("1 处缺陷", "1.1-1");
                });
    }

    @Test
    void only_a_draft_may_be_changed() {
        EditionStep.mustBeOpen(new EditionFixture().content().edition());
        for (EditionState state : new EditionState[] {EditionState.IN_USE, EditionState.RETIRED}) {
            assertThatThrownBy(() -> EditionStep.mustBeOpen(
                            new EditionFixture().content(state).edition()))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, f -> assertThat(f.code()).isEqualTo("edition.locked"));
        }
    }
}
