package org.civitas.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class RoundStepTest {

    /** The whole table; every pair that is not here is refused. */
    private static final Map<RoundStep, Set<RoundState>> ALLOWED = Map.of(
            RoundStep.COMPUTE, Set.of(RoundState.DRAFT, RoundState.COMPUTED),
            RoundStep.PUBLISH, Set.of(RoundState.COMPUTED),
            RoundStep.SUPERSEDE, Set.of(RoundState.PUBLISHED),
            RoundStep.DISCARD, Set.of(RoundState.DRAFT, RoundState.COMPUTED));

    @Test
    void everyPairThatIsNotInTheTableIsRefused() {
        for (RoundStep step : RoundStep.values()) {
            for (RoundState state : RoundState.values()) {
                if (ALLOWED.get(step).contains(state)) {
                    assertThat(step.possibleFrom(state)).isTrue();
                } else {
                    assertThatThrownBy(() -> step.apply(state))
                            .isInstanceOfSatisfying(
                                    RuleViolation.class,
                                    fault -> assertThat(fault.code()).isEqualTo("round.step"));
                }
            }
        }
    }

    @Test
    void onlyWhatIsNotFrozenCanBeComputedOrDiscarded() {
        for (RoundState state : RoundState.values()) {
            assertThat(RoundStep.COMPUTE.possibleFrom(state)).isEqualTo(!state.frozen());
            assertThat(RoundStep.DISCARD.possibleFrom(state)).isEqualTo(!state.frozen());
        }
    }
}
