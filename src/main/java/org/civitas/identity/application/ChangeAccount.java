package org.civitas.identity.application;

import java.util.Map;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes an account: name, roles, scope, whether it is enabled. The sessions of a disabled one end. */
@Service
public class ChangeAccount {

    private final AccountTable accounts;
    private final SessionTable sessions;
    private final OpenAccount opening;
    private final AuditTrail audit;

    ChangeAccount(AccountTable accounts, SessionTable sessions, OpenAccount opening, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.opening = opening;
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
}
