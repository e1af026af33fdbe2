package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.application.EndSessions;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.web.NotFound;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The sessions that exist now; nothing is known of those that have ended. */
@RestController
@Tag(name = "identity")
class SessionListController {

    /** A session: when it began, when it ends at the latest, on what kind of device. */
    record ListedSessionView(
            UUID id,
            OffsetDateTime openedAt,
            OffsetDateTime expiresAt,
            String device,
            boolean throughProvider,
            boolean current) {}

    private final SessionTable sessions;
    private final AccountTable accounts;
    private final EndSessions ending;
    private final Clock clock;

    SessionListController(SessionTable sessions, AccountTable accounts, EndSessions ending, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.ending = ending;
        this.clock = clock;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "自己在各设备上的登录")
    @GetMapping("/api/sessions")
    List<ListedSessionView> own(SignedIn signedIn) {
        return views(signedIn.getPrincipal().accountId(), SessionController.idOf(signedIn));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "结束自己的一处登录")
    @DeleteMapping("/api/sessions/{id}")
    void endOne(CurrentUser user, @PathVariable UUID id) {
        ending.one(user.accountId(), id);
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "结束自己在其他设备上的登录")
    @DeleteMapping("/api/sessions")
    void endOthers(SignedIn signedIn) {
        ending.others(signedIn.getPrincipal().accountId(), SessionController.idOf(signedIn));
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "一个账号现有的登录")
    @GetMapping("/api/accounts/{id}/sessions")
    List<ListedSessionView> ofAccount(SignedIn signedIn, @PathVariable UUID id) {
        AccountTable.Stored account = accounts.byId(id).orElseThrow(() -> new NotFound("账号"));
        return views(account.id(), SessionController.idOf(signedIn));
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "结束一个账号的全部登录")
    @DeleteMapping("/api/accounts/{id}/sessions")
    void endAll(@PathVariable UUID id) {
        ending.all(id);
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "结束一个账号的一处登录")
    @DeleteMapping("/api/accounts/{id}/sessions/{session}")
    void endOneOf(@PathVariable UUID id, @PathVariable UUID session) {
        ending.one(id, session);
    }

    private List<ListedSessionView> views(UUID account, UUID current) {
        return sessions.of(account, clock.instant()).stream()
                .map(s -> new ListedSessionView(
                        s.id(),
                        s.createdAt().atZone(clock.getZone()).toOffsetDateTime(),
                        s.expiresAt().atZone(clock.getZone()).toOffsetDateTime(),
                        s.device(),
                        s.openedBy().equals("PROVIDER"),
                        s.id().equals(current)))
                .toList();
    }
}
