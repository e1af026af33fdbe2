package org.civitas.identity.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.AccountTable.Credentials;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Log-in: with name and password, and with a code where an authenticator is set up.
 *
 * <p>Between the two steps there is no session, only a challenge that lives five minutes.
 */
@Service
public class SignIn {

    /** How long the second step may take. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** 登录一步 — what a right first step brings. */
    public sealed interface Step {

        record Done(OpenSession.Opened session) implements Step {}

        /** @param challenge the token that the second step must bring */
        record CodeNeeded(String challenge) implements Step {}
    }

    private final AccountTable accounts;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final OpenSession sessions;
    private final SecondFactor second;
    private final SecondFactorTable challenges;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String nobody;

    SignIn(
            AccountTable accounts,
            PasswordEncoder passwords,
            SignInGuard guard,
            OpenSession sessions,
            SecondFactor second,
            SecondFactorTable challenges,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
        this.sessions = sessions;
        this.second = second;
        this.challenges = challenges;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.nobody = passwords.encode("nobody has this password");
    }

    /**
     * A name without an account takes as long as a wrong password, and gets the same answer.
     *
     * @throws RuleViolation {@code session.wrong} or, after failures in a row, {@code session.delayed}
     */
    public Step withPassword(String login, String password, String device) {
        guard.check(login);
        Optional<Credentials> found = accounts.byLogin(login);
        String hash = found.map(Credentials::passwordHash).orElse(nobody);
        boolean matches = passwords.matches(password, hash);
        if (found.isEmpty() || !matches || !found.get().enabled()) {
            failed(login, found);
            throw new RuleViolation("session.wrong", "账号或密码不正确，或账号已停用。");
        }
        return proved(found.get(), device, "PASSWORD");
    }

    /** Goes on with an account that has proved itself, by its password or at the identity provider. */
    Step proved(Credentials account, String device, String openedBy) {
        if (second.set(account.id())) {
            String token = RandomToken.forCookie();
            Instant now = clock.instant();
            challenges.challenge(
                    TokenHash.of(token),
                    new SecondFactorTable.Challenge(account.id(), device, openedBy),
                    now,
                    now.plus(PATIENCE));
            return new Step.CodeNeeded(token);
        }
        if (openedBy.equals("PASSWORD")) {
            guard.succeeded(account.login());
        }
        return new Step.Done(sessions.open(account, device, openedBy));
    }

    /**
     * The second step.
     *
     * @throws RuleViolation {@code session.challenge-over}, {@code session.code-wrong} or {@code session.delayed}
     */
    public OpenSession.Opened withCode(String challenge, String code) {
        byte[] token = TokenHash.of(challenge);
        SecondFactorTable.Challenge begun =
                challenges.challenge(token, clock.instant()).orElseThrow(SignIn::over);
        Credentials account = accounts.credentialsOf(begun.accountId())
                .filter(Credentials::enabled)
                .orElseThrow(SignIn::over);
        guard.check(account.login());
        if (!second.accepts(account.id(), code)) {
            failed(account.login(), Optional.of(account));
            throw new RuleViolation("session.code-wrong", "验证码不正确、已过期或已用过。");
        }
        guard.succeeded(account.login());
        if (!challenges.endChallenge(token)) {
            throw over();
        }
        return sessions.open(account, begun.device(), begun.openedBy());
    }

    private static RuleViolation over() {
        return new RuleViolation("session.challenge-over", "等待时间已过，请重新输入账号和密码。");
    }

    /**
     * Counts the failure. The city's audit learns of it and, when somebody keeps guessing, of the delay. A name without an
     * account belongs to no city, and what was typed may be a password: of it there is no line.
     */
    private void failed(String login, Optional<Credentials> known) {
        Duration delay = guard.failed(login);
        if (known.isEmpty()) {
            return;
        }
        Credentials account = known.get();
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
