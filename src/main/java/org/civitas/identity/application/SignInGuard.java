package org.civitas.identity.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.identity.domain.SignInDelay;
import org.civitas.identity.persistence.SignInDelayTable;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 登录防护 — makes guessing slow: after some failures in a row a log-in name has to wait, longer each time.
 *
 * <p>Looked at before and after the password is, so that many tries at the same moment or on several nodes gain little; right
 * passwords at the same moment do not hinder each other. Names without an account wait alike: the answer does not tell whether there is one.
 */
@Component
public class SignInGuard {

    private final SignInDelayTable delays;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInGuard(SignInDelayTable delays, TransactionTemplate transaction, Clock clock) {
        this.delays = delays;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code session.delayed} while the name has to wait */
    void check(String login) {
        Instant end = delayed(List.of(login)).get(login);
        if (end != null) {
            throw refused(end);
        }
    }

    /** Counts a failure; answers how long the next try will have to wait. */
    Duration failed(String login) {
        return Objects.requireNonNull(transaction.execute(status -> count(TokenHash.of(login))));
    }

    private Duration count(byte[] login) {
        Instant now = clock.instant();
        SignInDelayTable.Stored before = delays.taken(login);
        if (before.delayedUntil().isAfter(now)) {
            return Duration.between(now, before.delayedUntil());
        }
        boolean old = before.changedAt().isBefore(now.minus(SignInDelay.REMEMBERED));
        int failures = old ? 1 : before.failures() + 1;
        Duration delay = SignInDelay.after(failures);
        delays.put(login, failures, now, now.plus(delay));
        delays.deleteBefore(now.minus(SignInDelay.REMEMBERED));
        return delay;
    }

    /**
     * Forgets the failures of a name whose password was right.
     *
     * @throws RuleViolation {@code session.delayed} if it has to wait since the password was looked at
     */
    void succeeded(String login) {
        check(login);
        delays.delete(TokenHash.of(login));
    }

    private RuleViolation refused(Instant end) {
        long minutes = Duration.between(clock.instant(), end).plusSeconds(59).toMinutes();
        return new RuleViolation("session.delayed", "连续登录失败次数较多，请 " + minutes + " 分钟后再试，或请安全管理员解除等待。");
    }

    /** Lifts the waiting of a name. */
    void lift(String login) {
        delays.delete(TokenHash.of(login));
    }

    /** Until when these names have to wait; names that need not are left out. */
    public Map<String, Instant> delayed(Collection<String> logins) {
        Map<String, Instant> until =
                delays.delayed(logins.stream().map(TokenHash::of).toList(), clock.instant());
        Map<String, Instant> byLogin = new HashMap<>();
        for (String login : logins) {
            Instant end = until.get(HexFormat.of().formatHex(TokenHash.of(login)));
            if (end != null) {
                byLogin.put(login, end);
            }
        }
        return byLogin;
    }
}
