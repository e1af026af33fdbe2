package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "Kurz-1xyz, 长度",
        "xx-office1-xx, 包含账号",
        "xx-OFFICE1-xx, 包含账号",
        "abcdefghijkl, 同时包含",
        "1357924680123, 同时包含",
        "Password123, 猜到",
        "wenming2026, 猜到",
        "qwertyuiop12, 猜到",
        "aaaaaaaaaa1, 猜到",
        "woaini5201314, 猜到"
    })
    void a_password_that_breaks_a_rule_is_refused_with_the_reason(String password, String reason) {
        var fault = catchThrowableOfType(RuleViolation.class, () -> PasswordPolicy.check("office1", password));
        assertThat(fault).isNotNull();
        assertThat(fault.code()).isEqualTo("account.password");
        assertThat(fault).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Right-pass-1", "Kill-nine-9", "Loop-2026-first", "梧桐树下七只喜鹊-3", "correct horse 7 staple"})
    void a_password_that_is_hard_to_guess_is_taken(String password) {
        assertThatCode(() -> PasswordPolicy.check("office1", password)).doesNotThrowAnyException();
    }

    @Test
    void a_very_long_password_is_refused_before_it_is_measured() {
        assertThat(catchThrowableOfType(
                        RuleViolation.class, () -> PasswordPolicy.check("office1", "a1".repeat(100_000))))
                .hasMessageContaining("长度");
    }
}
