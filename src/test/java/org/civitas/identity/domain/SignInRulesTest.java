package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void a_password_never_grows_old_unless_the_city_says_so() {
        assertThat(SignInRules.USUAL.tooOld(NOW.minus(Duration.ofDays(3000)), NOW))
                .isFalse();
        var rules = new SignInRules(90, 60, 24);
        assertThat(rules.tooOld(NOW.minus(Duration.ofDays(90)), NOW)).isTrue();
        assertThat(rules.tooOld(NOW.minus(Duration.ofDays(90)).plusSeconds(1), NOW))
                .isFalse();
    }

    @Test
    void the_idle_end_is_put_off_only_after_a_quarter_of_its_time() {
        var rules = new SignInRules(0, 60, 24);
        assertThat(rules.putOff(NOW.plus(Duration.ofMinutes(46)), NOW)).isFalse();
        assertThat(rules.putOff(NOW.plus(Duration.ofMinutes(44)), NOW)).isTrue();
    }
}
