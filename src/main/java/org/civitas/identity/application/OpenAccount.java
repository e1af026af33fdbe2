package org.civitas.identity.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.NewAccount;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.civitas.shared.Ids;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account in the current city. */
@Service
public class OpenAccount {

    private static final Set<String> SCOPES = Set.of("CITY", "AREA", "UNIT", "OWN");

    private final AccountTable accounts;
    private final RoleTable roles;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    OpenAccount(AccountTable accounts, RoleTable roles, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an account whose owner has chosen the password himself; answers its id. */
    @Transactional
    public UUID open(NewAccount account) {
        return open(account, false);
    }

    /** Opens an account for somebody, who must choose another password at the first log-in; answers its id. */
    @Transactional
    public UUID openForSomebody(NewAccount account) {
        return open(account, true);
    }

    private UUID open(NewAccount account, boolean changeNeeded) {
        PasswordPolicy.check(account.login(), account.password());
        checkLogin(account.login());
        checkScope(account.city().rootArea(), account.scopeKind(), account.areaCode(), account.unitId());
        checkRoles(account.roles());
        UUID id = Ids.next();
        accounts.insert(id, account, passwords.encode(account.password()), changeNeeded, clock.instant());
        audit.record("account.open", "account", id, Map.of("login", account.login(), "roles", account.roles()));
        return id;
    }

    private void checkLogin(String login) {
        if (!login.matches("[\\p{L}\\p{N}._-]{2,40}")) {
            throw new BadInput("login", "账号应为 2 到 40 个字母、汉字、数字或 . _ - 。");
        }
        if (accounts.loginTaken(login)) {
            throw new Conflict("account.login-taken", "账号 " + login + " 已被使用，请换一个。");
        }
    }

    static void checkScope(
            String root, String scopeKind, String areaCode, @org.jspecify.annotations.Nullable UUID unitId) {
        if (!SCOPES.contains(scopeKind)) {
            throw new BadInput("scopeKind", "数据范围应为全市、区域、单位、本人之一。");
        }
        if (!areaCode.startsWith(root)) {
            throw new BadInput("areaCode", "区域 " + areaCode + " 不属于本市（" + root + "）。");
        }
        if (scopeKind.equals("UNIT") && unitId == null) {
            throw new BadInput("unitId", "数据范围为单位时，必须选择所属单位。");
        }
    }

    void checkRoles(List<String> wanted) {
        Set<String> known = roles.all().stream().map(RoleTable.Stored::code).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            throw new BadInput("roles", "请至少选择一个角色。");
        }
        for (String role : wanted) {
            if (!known.contains(role)) {
                throw new BadInput("roles", "没有角色 " + role + "。");
            }
        }
    }
}
