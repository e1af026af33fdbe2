package org.civitas.identity.application;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.civitas.identity.domain.SeparationOfDuties;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a role allows in this city, and whether it requires a second factor. */
@Service
public class ChangeRole {

    private final RoleTable roles;
    private final AccountTable accounts;
    private final GrantRoles granting;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeRole(RoleTable roles, AccountTable accounts, GrantRoles granting, AuditTrail audit, Clock clock) {
        this.roles = roles;
        this.accounts = accounts;
        this.granting = granting;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A second factor may be required of one's own role; permissions may not be changed there.
     *
     * @throws RuleViolation {@code roles.own-grant}, {@code security.last} or a rule of {@link SeparationOfDuties}
     */
    @Transactional
    public void change(CurrentUser by, String code, Set<Permission> permissions, boolean secondFactor, int version) {
        RoleTable.Stored before = roles.all().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("角色"));
        Set<Permission> wanted = EnumSet.noneOf(Permission.class);
        wanted.addAll(permissions);
        wanted.remove(Permission.SIGNED_IN);
        Set<String> names = new HashSet<>(wanted.stream().map(Enum::name).toList());
        if (by.roles().contains(code) && !names.equals(Set.copyOf(before.permissions()))) {
            throw new RuleViolation("roles.own-grant", "不能更改自己所担任角色的权限，请由另一位管理员办理。");
        }
        SeparationOfDuties.check(wanted);
        granting.keepingSomebodyWhoGrants(by, () -> {
            roles.change(code, wanted, secondFactor, version, clock.instant());
            accounts.holding(code).forEach(holder -> SeparationOfDuties.check(roles.together(holder.roles())));
        });
        audit.record(
                "role.change",
                "role",
                code,
                Map.of(
                        "permissions", List.copyOf(names),
                        "permissionsBefore", before.permissions(),
                        "secondFactor", secondFactor));
    }
}
