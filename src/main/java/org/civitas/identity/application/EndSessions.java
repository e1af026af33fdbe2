package org.civitas.identity.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.NotAllowed;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions of an account of this city: its owner does, or an administrator. */
@Service
public class EndSessions {

    private final AccountTable accounts;
    private final SessionTable sessions;
    private final SignInGuard guard;
    private final GrantRoles granting;
    private final AuditTrail audit;

    EndSessions(
            AccountTable accounts, SessionTable sessions, SignInGuard guard, GrantRoles granting, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.guard = guard;
        this.granting = granting;
        this.audit = audit;
    }

    @Transactional
    public void one(UUID account, UUID session) {
        known(account);
        if (!sessions.delete(account, session)) {
            throw new NotFound("登录会话");
        }
        audit.record("session.end", "account", account, Map.of("sessions", "one"));
    }

    @Transactional
    public void all(UUID account) {
        known(account);
        sessions.deleteOf(account);
        audit.record("session.end", "account", account, Map.of("sessions", "all"));
    }

    /** All but the one that asks. */
    @Transactional
    public void others(UUID account, UUID kept) {
        sessions.deleteOthers(account, kept);
        audit.record("session.end", "account", account, Map.of("sessions", "others"));
    }

    /** Lets an account try again at once that has to wait after failures. */
    @Transactional
    public void liftDelay(CurrentUser by, UUID account) {
        if (!granting.mayGrant(by)) {
            throw new NotAllowed(Permission.ROLE_GRANT);
        }
        guard.lift(known(account).login());
        audit.record("session.lift-delay", "account", account, Map.of());
    }

    private AccountTable.Stored known(UUID account) {
        return accounts.byId(account).orElseThrow(() -> new NotFound("账号"));
    }
}
