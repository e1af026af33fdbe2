package org.civitas.identity.application;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.domain.SeparationOfDuties;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.GrantRequestTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.NotAllowed;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for roles and grants them: a system administrator asks, a security administrator decides; nobody decides for himself.
 *
 * <p>As long as a city has no security administrator, its system administrators grant: that is how the first one of an empty
 * city opens the others. It ends with the first security administrator, and the last one can not be removed.
 */
@Service
public class GrantRoles {

    private static final Set<String> SCOPES = Set.of("CITY", "AREA", "UNIT", "OWN");

    private final AccountTable accounts;
    private final GrantRequestTable requests;
    private final RoleTable roles;
    private final AuditTrail audit;
    private final Clock clock;

    GrantRoles(AccountTable accounts, GrantRequestTable requests, RoleTable roles, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /** May this user grant now? */
    public boolean mayGrant(CurrentUser user) {
        return user.may(Permission.ROLE_GRANT)
                || (user.may(Permission.ACCOUNT_MANAGE) && !roles.anyoneGrants(user.city()));
    }

    /** Grants at once who may, else leaves a request; answers whether it was granted. */
    @Transactional
    public boolean ask(CurrentUser by, UUID account, Grant wanted) {
        AccountTable.Stored stored = accounts.byId(account).orElseThrow(() -> new NotFound("账号"));
        notOneself(by, account);
        check(by.city().rootArea(), wanted);
        if (mayGrant(by)) {
            apply(by, stored, wanted);
            return true;
        }
        requests.put(account, wanted, by, clock.instant());
        audit.record("role.ask", "account", account, details(stored.grant(), wanted));
        return false;
    }

    /** A security administrator settles what an account may do, whatever was asked for. */
    @Transactional
    public void grant(CurrentUser by, UUID account, Grant wanted) {
        AccountTable.Stored stored = accounts.byId(account).orElseThrow(() -> new NotFound("账号"));
        notOneself(by, account);
        check(by.city().rootArea(), wanted);
        apply(by, stored, wanted);
    }

    /** Grants what was asked for; all of them or none. */
    @Transactional
    public void approve(CurrentUser by, List<UUID> asked) {
        for (UUID account : new HashSet<>(asked)) {
            GrantRequestTable.Stored request = requests.of(account).orElseThrow(() -> new NotFound("授权申请"));
            grant(by, account, request.wanted());
        }
    }

    @Transactional
    public void reject(List<UUID> asked, String reason) {
        for (UUID account : new HashSet<>(asked)) {
            if (requests.of(account).isEmpty()) {
                throw new NotFound("授权申请");
            }
            requests.delete(account);
            audit.record("role.reject", "account", account, Map.of("reason", reason));
        }
    }

    private void apply(CurrentUser by, AccountTable.Stored before, Grant wanted) {
        if (!mayGrant(by)) {
            throw new NotAllowed(Permission.ROLE_GRANT);
        }
        keepingSomebodyWhoGrants(by, () -> accounts.grant(before.id(), wanted));
        requests.delete(before.id());
        audit.record("role.grant", "account", before.id(), details(before.grant(), wanted));
    }

    /** @throws RuleViolation {@code security.last} if after the change nobody of the city could grant any more */
    void keepingSomebodyWhoGrants(CurrentUser by, Runnable change) {
        roles.lockGrants(by.city());
        boolean before = roles.anyoneGrants(by.city());
        change.run();
        if (before && !roles.anyoneGrants(by.city())) {
            throw new RuleViolation("security.last", "这是本市最后一位可用的安全管理员，不能停用或取消授权；请先增加一位。");
        }
    }

    private static void notOneself(CurrentUser by, UUID account) {
        if (by.accountId().equals(account)) {
            throw new RuleViolation("roles.own-grant", "不能更改自己的角色和数据范围，请由另一位管理员办理。");
        }
    }

    /** Known roles that go together, and a reach within the city. */
    void check(String root, Grant grant) {
        Set<String> known = roles.all().stream().map(RoleTable.Stored::code).collect(Collectors.toSet());
        for (String role : grant.roles()) {
            if (!known.contains(role)) {
                throw new BadInput("roles", "没有角色 " + role + "。");
            }
        }
        if (!SCOPES.contains(grant.scopeKind())) {
            throw new BadInput("scopeKind", "数据范围应为全市、区域、单位、本人之一。");
        }
        if (!grant.areaCode().startsWith(root)) {
            throw new BadInput("areaCode", "区域 " + grant.areaCode() + " 不属于本市（" + root + "）。");
        }
        if (grant.scopeKind().equals("UNIT") && grant.unitId() == null) {
            throw new BadInput("unitId", "数据范围为单位时，必须选择所属单位。");
        }
        SeparationOfDuties.check(roles.together(grant.roles()));
    }

    private static Map<String, ?> details(Grant before, Grant wanted) {
        return Map.of(
                "roles",
                wanted.roles(),
                "rolesBefore",
                before.roles(),
                "scope",
                wanted.scopeKind() + " " + wanted.areaCode(),
                "scopeBefore",
                before.scopeKind() + " " + before.areaCode());
    }
}
