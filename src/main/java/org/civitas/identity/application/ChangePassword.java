package org.civitas.identity.application;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.identity.domain.SeparationOfDuties;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces a password: one's own, or somebody else's, who must then choose another at the next log-in. */
@Service
public class ChangePassword {

    private final AccountTable accounts;
    private final PasswordTable table;
    private final RoleTable roles;
    private final SessionTable sessions;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangePassword(
            AccountTable accounts,
            PasswordTable table,
            RoleTable roles,
            SessionTable sessions,
            PasswordEncoder passwords,
            SignInGuard guard,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.table = table;
        this.roles = roles;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guard = guard;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody changes his own password; his other sessions end.
     *
     * @param session the session that goes on
     */
    public void own(CurrentUser user, UUID session, String current, String password) {
        AccountTable.Stored account = accounts.byId(user.accountId()).orElseThrow(() -> new NotFound("账号"));
        guard.check(account.login());
        if (!passwords.matches(current, table.current(account.id()))) {
            guard.failed(account.login());
            throw new RuleViolation("account.password-wrong", "原密码不正确。");
        }
        guard.succeeded(account.login());
        PasswordPolicy.check(account.login(), password);
        if (table.remembered(account.id()).stream().anyMatch(hash -> passwords.matches(password, hash))) {
            throw new RuleViolation("account.password-again", "新密码不能与最近 " + PasswordPolicy.REMEMBERED + " 次用过的密码相同。");
        }
        String hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            table.set(account.id(), hash, false, clock.instant());
            sessions.deleteOthers(account.id(), session);
            audit.record("account.password-change", "account", account.id(), Map.of());
        });
    }

    /**
     * An administrator gives somebody a password; all his sessions end. The passwords of security administrators and auditors
     * are given by a security administrator, all others by a system administrator, and nobody gives one to himself.
     */
    public void reset(CurrentUser by, UUID id, String password) {
        AccountTable.Stored account = accounts.byId(id).orElseThrow(() -> new NotFound("账号"));
        Set<Permission> held = roles.together(account.roles());
        boolean guarded = SeparationOfDuties.grants(held) || SeparationOfDuties.audits(held);
        by.require(guarded ? Permission.ROLE_GRANT : Permission.ACCOUNT_MANAGE);
        if (by.accountId().equals(id)) {
            throw new RuleViolation("account.own-reset", "自己的密码请用“修改密码”更改。");
        }
        PasswordPolicy.check(account.login(), password);
        String hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            table.set(account.id(), hash, true, clock.instant());
            sessions.deleteOf(account.id());
            audit.record("account.password-reset", "account", account.id(), Map.of());
        });
    }
}
