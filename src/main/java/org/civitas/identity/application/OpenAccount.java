package org.civitas.identity.application;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.NewAccount;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.civitas.shared.Ids;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account in the current city. */
@Service
public class OpenAccount {

    /** A new account; {@code granted} is false while its roles wait for a security administrator. */
    public record Opened(UUID id, boolean granted) {}

    private final AccountTable accounts;
    private final GrantRoles granting;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final String nobody;

    OpenAccount(AccountTable accounts, GrantRoles granting, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.granting = granting;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.nobody = passwords.encode(RandomToken.forCookie());
    }

    /** Opens an account whose owner has chosen the password himself; answers its id. */
    @Transactional
    public UUID open(NewAccount account) {
        return open(account, false);
    }

    /** The first administrator of a further city, who was given a password. */
    @Transactional
    UUID openFirst(NewAccount account) {
        return open(account, true);
    }

    private UUID open(NewAccount account, boolean changeNeeded) {
        Grant grant = grantOf(account);
        granting.check(account.city().rootArea(), grant);
        if (grant.roles().isEmpty()) {
            throw new BadInput("roles", "请至少选择一个角色。");
        }
        return insert(account, grant, changeNeeded);
    }

    /**
     * Opens an account for somebody, who must choose another password at the first log-in. Its roles wait for a security
     * administrator if the city has one.
     */
    @Transactional
    public Opened openForSomebody(CurrentUser by, NewAccount account) {
        Grant wanted = grantOf(account);
        granting.check(by.city().rootArea(), wanted);
        UUID id = insert(account, wanted.withoutRoles(), true);
        return new Opened(id, wanted.roles().isEmpty() || granting.ask(by, id, wanted));
    }

    private UUID insert(NewAccount account, Grant grant, boolean changeNeeded) {
        PasswordPolicy.check(account.login(), account.password());
        checkLogin(account.login());
        UUID id = Ids.next();
        accounts.insert(
                id,
                new NewAccount(
                        account.city(),
                        account.login(),
                        account.name(),
                        account.password(),
                        grant.roles(),
                        grant.scopeKind(),
                        grant.areaCode(),
                        grant.unitId()),
                passwords.encode(account.password()),
                changeNeeded,
                clock.instant(),
                clock.instant());
        audit.record("account.open", "account", id, Map.of("login", account.login(), "roles", grant.roles()));
        return id;
    }

    /** Opens an account that nobody can use before it is given an initial password; its roles wait as usual. */
    UUID openWithoutPassword(CurrentUser by, String login, String name, Grant wanted) {
        checkLogin(login);
        UUID id = Ids.next();
        NewAccount account = new NewAccount(
                by.city(), login, name, "", List.of(), wanted.scopeKind(), wanted.areaCode(), wanted.unitId());
        accounts.insert(id, account, nobody, true, null, clock.instant());
        audit.record("account.open", "account", id, Map.of("login", login, "roles", List.of()));
        granting.ask(by, id, wanted);
        return id;
    }

    /** Which of these names are taken. */
    Set<String> taken(Collection<String> logins) {
        return accounts.taken(logins);
    }

    static boolean wellFormed(String login) {
        return login.matches("[\\p{L}\\p{N}._-]{2,40}");
    }

    private static Grant grantOf(NewAccount account) {
        return new Grant(account.roles(), account.scopeKind(), account.areaCode(), account.unitId());
    }

    private void checkLogin(String login) {
        if (!wellFormed(login)) {
            throw new BadInput("login", "账号应为 2 到 40 个字母、汉字、数字或 . _ - 。");
        }
        if (accounts.loginTaken(login)) {
            throw new Conflict("account.login-taken", "账号 " + login + " 已被使用，请换一个。");
        }
    }
}
