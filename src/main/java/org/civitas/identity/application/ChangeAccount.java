package org.civitas.identity.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes an account: name, roles, scope, whether it is enabled; or its password. Its sessions end with it. */
@Service
public class ChangeAccount {

    private final AccountTable accounts;
    private final SessionTable sessions;
    private final OpenAccount opening;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;

    ChangeAccount(
            AccountTable accounts,
            SessionTable sessions,
            OpenAccount opening,
            PasswordEncoder passwords,
            AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.opening = opening;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Transactional
    public void change(CurrentUser by, AccountTable.Stored wanted) {
        if (by.accountId().equals(wanted.id()) && !wanted.enabled()) {
            throw new RuleViolation("account.own-disable", "不能停用自己的账号，请由另一位管理员操作。");
        }
        AccountTable.Stored before = accounts.byId(wanted.id()).orElseThrow(() -> new NotFound("账号"));
        OpenAccount.checkScope(by.city().rootArea(), wanted.scopeKind(), wanted.areaCode(), wanted.unitId());
        opening.checkRoles(wanted.roles());
        accounts.update(wanted);
        if (!wanted.enabled()) {
            sessions.deleteOf(wanted.id());
        }
        audit.record(
                "account.change",
                "account",
                wanted.id(),
                Map.of(
                        "name", wanted.name(),
                        "roles", wanted.roles(),
                        "rolesBefore", before.roles(),
                        "enabled", wanted.enabled()));
    }

    /** An administrator sets a new password for somebody. */
    @Transactional
    public void resetPassword(UUID id, String password) {
        AccountTable.Stored account = accounts.byId(id).orElseThrow(() -> new NotFound("账号"));
        set(account.id(), account.login(), password, "account.password-reset");
    }

    /** Somebody changes his own password. */
    @Transactional
    public void changeOwnPassword(CurrentUser user, String current, String password) {
        AccountTable.Stored account = accounts.byId(user.accountId()).orElseThrow(() -> new NotFound("账号"));
        if (!passwords.matches(current, accounts.passwordHash(account.id()))) {
            throw new RuleViolation("account.password-wrong", "原密码不正确。");
        }
        set(account.id(), account.login(), password, "account.password-change");
    }

    private void set(UUID id, String login, String password, String action) {
        PasswordPolicy.check(login, password);
        accounts.setPassword(id, passwords.encode(password));
        sessions.deleteOf(id);
        audit.record(action, "account", id, Map.of());
    }
}
