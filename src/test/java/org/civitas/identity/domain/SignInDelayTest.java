package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInDelayTest {

    @Test
    void four_failures_cost_nothing_then_a_minute_which_doubles_up_to_an_hour() {
        assertThat(SignInDelay.after(4)).isZero();
        assertThat(SignInDelay.after(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(SignInDelay.after(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(SignInDelay.after(10)).isEqualTo(Duration.ofMinutes(32));
        assertThat(SignInDelay.after(11)).isEqualTo(Duration.ofHours(1));
        assertThat(SignInDelay.after(1_000_000)).isEqualTo(Duration.ofHours(1));
    }
}
