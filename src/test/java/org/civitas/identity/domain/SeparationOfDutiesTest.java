package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.Set;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.Permission;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeparationOfDutiesTest {

    private static Set<Permission> together(String one, String other) {
        return EnumSet.of(Permission.valueOf(one), Permission.valueOf(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE_GRANT, ACCOUNT_MANAGE, duties.grant-and-manage",
        "ROLE_GRANT, SETTING_MANAGE, duties.grant-and-manage",
        "ROLE_GRANT, CITY_MANAGE, duties.grant-and-manage",
        "ROLE_GRANT, AUDIT_READ, duties.grant-and-audit",
        "AUDIT_READ, ACCOUNT_MANAGE, duties.manage-and-audit",
        "ROLE_GRANT, CASE_ANNUL, duties.grant-and-work",
        "ROLE_GRANT, SITE_EDIT, duties.grant-and-work",
        "AUDIT_READ, CASE_ANNUL, duties.audit-and-work",
        "AUDIT_READ, SCORE_EDIT, duties.audit-and-work"
    })
    void two_duties_that_do_not_go_together_are_refused_by_name(String one, String other, String code) {
        var fault = catchThrowableOfType(RuleViolation.class, () -> SeparationOfDuties.check(together(one, other)));
        assertThat(fault).isNotNull();
        assertThat(fault.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(StandardRole.class)
    void every_standard_role_keeps_to_it(StandardRole role) {
        assertThatCode(() -> SeparationOfDuties.check(role.permissions())).doesNotThrowAnyException();
    }

    @Test
    void no_permission_that_changes_anything_goes_together_with_granting() {
        for (Permission other : EnumSet.allOf(Permission.class)) {
            if (Set.of(Permission.ROLE_GRANT, Permission.SIGNED_IN, Permission.TERRITORY_READ)
                    .contains(other)) {
                continue;
            }
            assertThat(catchThrowableOfType(
                            RuleViolation.class,
                            () -> SeparationOfDuties.check(EnumSet.of(Permission.ROLE_GRANT, other))))
                    .as(other.name())
                    .isNotNull();
        }
    }

    @Test
    void the_first_administrator_of_a_city_may_do_the_work_of_the_office_too() {
        Set<Permission> both = EnumSet.copyOf(StandardRole.ADMINISTRATOR.permissions());
        both.addAll(StandardRole.CITY_OFFICE.permissions());
        assertThatCode(() -> SeparationOfDuties.check(both)).doesNotThrowAnyException();
    }
}
