package org.civitas.identity.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.civitas.identity.domain.SignInRules;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.LiveSessions;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.identity.persistence.SignInRulesTable;
import org.civitas.platform.access.Obligation;
import org.civitas.platform.access.SessionAccounts;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens and closes sessions, and says who stands behind one. Whether somebody may have one is decided before. */
@Service
public class OpenSession implements SessionAccounts {

    /** A new session: its token and how long it lives at most. */
    public record Opened(String token, Duration life) {}

    private final LiveSessions live;
    private final SessionTable sessions;
    private final SignInRulesTable rules;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenSession(
            LiveSessions live,
            SessionTable sessions,
            SignInRulesTable rules,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.live = live;
        this.sessions = sessions;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param openedBy PASSWORD or PROVIDER */
    Opened open(AccountTable.Credentials account, String device, String openedBy) {
        String token = RandomToken.forCookie();
        SignInRules settled = rules.of(account.city()).rules();
        CurrentCity.run(
                account.city(),
                () -> transaction.executeWithoutResult(status -> {
                    Instant now = clock.instant();
                    sessions.deleteExpired(now);
                    sessions.insert(new SessionTable.Fresh(
                            TokenHash.of(token),
                            account.id(),
                            now,
                            now.plus(settled.life()),
                            now.plus(settled.idle()),
                            device,
                            openedBy));
                    audit.record("session.open", "account", account.id(), Map.of("by", openedBy));
                }));
        return new Opened(token, settled.life());
    }

    /** Log-out; a token without a session is no fault. */
    public void close(String token) {
        byToken(token)
                .map(SignedIn::getPrincipal)
                .ifPresent(user -> CurrentCity.run(
                        user.city(),
                        () -> transaction.executeWithoutResult(status -> {
                            sessions.delete(TokenHash.of(token));
                            audit.record("session.close", "account", user.accountId(), Map.of());
                        })));
    }

    @Override
    public Optional<SignedIn> byToken(String token) {
        Instant now = clock.instant();
        return live.byToken(TokenHash.of(token), now).map(found -> {
            if (found.rules().putOff(found.idleUntil(), now)) {
                sessions.putOff(found.sessionId(), now.plus(found.rules().idle()));
            }
            return new SignedIn(found.user(), found.sessionId(), owed(found, now));
        });
    }

    private static @Nullable Obligation owed(LiveSessions.Found found, Instant now) {
        boolean replace = found.passwordOwed() || found.rules().tooOld(found.passwordSetAt(), now);
        if (found.withPassword() && replace) {
            return Obligation.PASSWORD_CHANGE;
        }
        return found.secondFactorOwed() ? Obligation.SECOND_FACTOR : null;
    }
}
