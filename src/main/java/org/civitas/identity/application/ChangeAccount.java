package org.civitas.identity.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the name of an account and whether it is enabled, and asks for other roles. The sessions of a disabled one end. */
@Service
public class ChangeAccount {

    private final AccountTable accounts;
    private final SessionTable sessions;
    private final GrantRoles granting;
    private final AuditTrail audit;

    ChangeAccount(AccountTable accounts, SessionTable sessions, GrantRoles granting, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.granting = granting;
        this.audit = audit;
    }

    /**
     * Answers whether everything holds at once; false if the roles or the reach wait for a security administrator.
     *
     * @param version the version that was read
     */
    @Transactional
    public boolean change(CurrentUser by, UUID id, String name, boolean enabled, Grant wanted, int version) {
        if (by.accountId().equals(id) && !enabled) {
            throw new RuleViolation("account.own-disable", "不能停用自己的账号，请由另一位管理员操作。");
        }
        AccountTable.Stored before = accounts.byId(id).orElseThrow(() -> new NotFound("账号"));
        granting.keepingSomebodyWhoGrants(by, () -> accounts.rename(id, name, enabled, version));
        if (!enabled) {
            sessions.deleteOf(id);
        }
        audit.record("account.change", "account", id, Map.of("name", name, "enabled", enabled));
        return wanted.equals(before.grant()) || granting.ask(by, id, wanted);
    }
}
