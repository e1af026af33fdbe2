package org.civitas.inspection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.civitas.inspection.PlanKind;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTransitionsTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT,EDIT,DRAFT",
        "DRAFT,DRAW,DRAWN",
        "DRAFT,WITHDRAW,WITHDRAWN",
        "DRAWN,REDRAW,DRAWN",
        "DRAWN,ASSIGN,DRAWN",
        "DRAWN,START,UNDER_WAY",
        "DRAWN,WITHDRAW,WITHDRAWN",
        "UNDER_WAY,ASSIGN,UNDER_WAY",
        "UNDER_WAY,FINISH,FINISHED",
        "UNDER_WAY,WITHDRAW,WITHDRAWN"
    })
    void every_row_of_the_table_is_allowed(PlanState from, PlanCommand command, PlanState to) {
        assertThat(PlanTransitions.after(from, command)).isEqualTo(to);
        assertThat(PlanTransitions.allowedIn(from)).contains(command);
    }

    @ParameterizedTest
    @EnumSource(PlanState.class)
    void every_pair_that_is_not_in_the_table_is_refused(PlanState from) {
        for (PlanCommand command : PlanCommand.values()) {
            if (!PlanTransitions.allowedIn(from).contains(command)) {
                assertThatThrownBy(() -> PlanTransitions.after(from, command))
                        .isInstanceOfSatisfying(RuleViolation.class, e -> {
                            assertThat(e.code()).isEqualTo("inspection.plan.state");
                            assertThat(e).hasMessageContaining(from.label()).hasMessageContaining(command.label());
                        });
            }
        }
    }

    @Test
    void the_table_has_ten_rows_and_ended_plans_have_none() {
        assertThat(PlanTransitions.ROWS).hasSize(10);
        assertThat(PlanTransitions.allowedIn(PlanState.FINISHED)).isEmpty();
        assertThat(PlanTransitions.allowedIn(PlanState.WITHDRAWN)).isEmpty();
    }

    @Test
    void an_unannounced_plan_is_released_only_after_its_end() {
        for (PlanState state : PlanState.values()) {
            boolean ended = state == PlanState.FINISHED || state == PlanState.WITHDRAWN;
            assertThat(releasable(PlanKind.COVERT, state)).isEqualTo(ended);
            assertThat(releasable(PlanKind.LOOK_BACK, state)).isEqualTo(ended);
            assertThat(releasable(PlanKind.OPEN, state)).isEqualTo(state != PlanState.DRAFT);
            assertThat(releasable(PlanKind.PATROL, state)).isEqualTo(state != PlanState.DRAFT);
        }
    }

    private static boolean releasable(PlanKind kind, PlanState state) {
        try {
            SecrecyPolicy.requireReleasable(kind, state);
            return true;
        } catch (RuleViolation e) {
            assertThat(e.code()).isEqualTo("inspection.release.too-early");
            return false;
        }
    }
}
