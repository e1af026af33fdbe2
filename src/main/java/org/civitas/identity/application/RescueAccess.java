package org.civitas.identity.application;

import java.time.Clock;
import java.util.Map;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back for a city whose only security administrator has lost password and authenticator: whoever runs the machine
 * starts the program once with {@code CIVITAS_RESCUE=<account>}.
 */
@Component
class RescueAccess {

    private final String login;
    private final AccountTable accounts;
    private final PasswordTable table;
    private final SecondFactorTable second;
    private final SessionTable sessions;
    private final SignInGuard guard;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RescueAccess(
            @Value("${civitas.rescue:}") String login,
            AccountTable accounts,
            PasswordTable table,
            SecondFactorTable second,
            SessionTable sessions,
            SignInGuard guard,
            PasswordEncoder passwords,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.login = login;
        this.accounts = accounts;
        this.table = table;
        this.second = second;
        this.sessions = sessions;
        this.guard = guard;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        if (login.isBlank()) {
            return;
        }
        accounts.byLogin(login)
                .ifPresentOrElse(
                        account -> System.out.println("账号 " + login + " 的新密码（只显示这一次，登录后须修改）：" + rescue(account)),
                        () -> System.out.println("CIVITAS_RESCUE：没有账号 " + login + "。"));
    }

    /** Answers the new password. */
    String rescue(AccountTable.Credentials account) {
        String password = RandomToken.forPeople(16);
        String hash = passwords.encode(password);
        CurrentCity.run(
                account.city(),
                () -> transaction.executeWithoutResult(status -> {
                    table.set(account.id(), hash, true, clock.instant());
                    second.delete(account.id());
                    sessions.deleteOf(account.id());
                    guard.lift(account.login());
                    audit.record("account.rescue", "account", account.id(), Map.of("login", account.login()));
                }));
        return password;
    }
}
