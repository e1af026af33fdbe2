package org.civitas.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.civitas.shared.RuleViolation;

/** Asserts which rule was broken, not only that something was thrown. */
public final class AssertRule {

    private AssertRule() {}

    public static void assertBreaks(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RuleViolation.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.getMessage()).endsWith("。");
        });
    }
}
