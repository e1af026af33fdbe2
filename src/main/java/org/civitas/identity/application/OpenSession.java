package org.civitas.identity.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.SessionAccounts;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-in, and who stands behind a session. */
@Service
public class OpenSession implements SessionAccounts {

    /** How long a session lives; there is no forced log-in interval beyond it. */
    public static final Duration LIFE = Duration.ofDays(14);

    private final AccountTable accounts;
    private final SessionTable sessions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final String nobody;

    OpenSession(
            AccountTable accounts,
            SessionTable sessions,
            PasswordEncoder passwords,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.nobody = passwords.encode("nobody has this password");
    }

    /** Answers the token of a new session; an unknown name takes as long as a wrong password. */
    public String open(String login, String password) {
        Optional<AccountTable.Credentials> found = accounts.byLogin(login);
        String hash = found.map(AccountTable.Credentials::passwordHash).orElse(nobody);
        boolean matches = passwords.matches(password, hash);
        if (found.isEmpty() || !matches || !found.get().enabled()) {
            throw new RuleViolation("session.wrong", "账号或密码不正确，或账号已停用。");
        }
        AccountTable.Credentials account = found.get();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        CurrentCity.run(
                account.city(),
                () -> transaction.executeWithoutResult(status -> {
                    sessions.deleteExpired(now);
                    sessions.insert(TokenHash.of(token), account.id(), now, now.plus(LIFE));
                    audit.record("session.open", "account", account.id(), Map.of());
                }));
        return token;
    }

    public void close(String token) {
        sessions.delete(TokenHash.of(token));
    }

    @Override
    public Optional<CurrentUser> byToken(String token) {
        return accounts.bySession(TokenHash.of(token), clock.instant());
    }
}
