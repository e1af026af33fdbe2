package org.civitas.identity.application;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-in with name and password. */
@Service
public class SignIn {

    private final AccountTable accounts;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final OpenSession sessions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final String nobody;

    SignIn(
            AccountTable accounts,
            PasswordEncoder passwords,
            SignInGuard guard,
            OpenSession sessions,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.nobody = passwords.encode("nobody has this password");
    }

    /**
     * Answers a new session. A name without an account takes as long as a wrong password, and gets the same answer.
     *
     * @throws RuleViolation {@code session.wrong} or, after failures in a row, {@code session.delayed}
     */
    public OpenSession.Opened withPassword(String login, String password, String device) {
        guard.check(login);
        Optional<AccountTable.Credentials> found = accounts.byLogin(login);
        String hash = found.map(AccountTable.Credentials::passwordHash).orElse(nobody);
        boolean matches = passwords.matches(password, hash);
        if (found.isEmpty() || !matches || !found.get().enabled()) {
            Duration delay = guard.failed(login);
            found.ifPresent(account -> refused(account, delay));
            throw new RuleViolation("session.wrong", "账号或密码不正确，或账号已停用。");
        }
        guard.succeeded(login);
        return sessions.open(found.get(), device, "PASSWORD");
    }

    /**
     * The city's audit learns of the failure and, when somebody keeps guessing, of the delay. A name without an account
     * belongs to no city, and what was typed may be a password: of it there is no line.
     */
    private void refused(AccountTable.Credentials account, Duration delay) {
        CurrentCity.run(
                account.city(),
                () -> transaction.executeWithoutResult(status -> {
                    audit.record("session.refuse", "account", account.id(), Map.of("enabled", account.enabled()));
                    if (!delay.isZero()) {
                        audit.record("session.delay", "account", account.id(), Map.of("minutes", delay.toMinutes()));
                    }
                }));
    }
}
