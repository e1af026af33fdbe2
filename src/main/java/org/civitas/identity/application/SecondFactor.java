package org.civitas.identity.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.civitas.identity.domain.OneTimeCode;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.secrets.SecretBox;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 双重验证 — sets up an authenticator, checks its codes, and takes it away again. */
@Service
public class SecondFactor {

    private static final String SYSTEM = "文明创建一张网";
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_SIGNS = 12;

    /** What the authenticator needs to know; shown once. */
    public record Enrolment(String secret, String address) {}

    private final SecondFactorTable table;
    private final AccountTable accounts;
    private final PasswordTable hashes;
    private final SessionTable sessions;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final SecretBox box;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondFactor(
            SecondFactorTable table,
            AccountTable accounts,
            PasswordTable hashes,
            SessionTable sessions,
            PasswordEncoder passwords,
            SignInGuard guard,
            SecretBox box,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guard = guard;
        this.box = box;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins to set one up; the password shows that it is not just somebody at an open desk. */
    public Enrolment enrol(CurrentUser user, String password) {
        AccountTable.Stored account = accounts.byId(user.accountId()).orElseThrow(() -> new NotFound("账号"));
        guard.check(account.login());
        if (!passwords.matches(password, hashes.current(account.id()))) {
            guard.failed(account.login());
            throw new RuleViolation("account.password-wrong", "密码不正确。");
        }
        byte[] secret = RandomToken.bytes(OneTimeCode.SECRET_BYTES);
        transaction.executeWithoutResult(status -> {
            if (!table.begin(account.id(), box.lock(secret, place(account.id())), clock.instant())) {
                throw new Conflict("second-factor.exists", "已经绑定了验证器；要换一个，请先解除绑定。");
            }
            audit.record("second-factor.begin", "account", account.id(), Map.of());
        });
        return new Enrolment(OneTimeCode.words(secret), OneTimeCode.address(secret, SYSTEM, account.login()));
    }

    /** Ends the setting up with a code; answers the recovery codes, which are shown this once. */
    public List<String> confirm(CurrentUser user, String code) {
        SecondFactorTable.Stored begun = table.of(user.accountId())
                .filter(stored -> !stored.confirmed())
                .orElseThrow(() -> new Conflict("second-factor.not-begun", "没有正在绑定的验证器，请重新开始。"));
        requireCode(user.accountId(), begun, code);
        return renew(user.accountId(), "second-factor.confirm");
    }

    /** New recovery codes in place of the old ones. */
    public List<String> renewRecoveryCodes(CurrentUser user, String code) {
        requireCode(user.accountId(), confirmed(user.accountId()), code);
        return renew(user.accountId(), "second-factor.recovery-codes");
    }

    /** @throws RuleViolation {@code second-factor.required} if a role requires one */
    public void remove(CurrentUser user, String code) {
        if (table.required(user.accountId())) {
            throw new RuleViolation("second-factor.required", "您的角色要求双重验证，不能解除。");
        }
        requireCode(user.accountId(), confirmed(user.accountId()), code);
        transaction.executeWithoutResult(status -> {
            table.delete(user.accountId());
            audit.record("second-factor.remove", "account", user.accountId(), Map.of());
        });
    }

    /** A security administrator takes away the authenticator of somebody who has lost it; all his sessions end. */
    public void reset(CurrentUser by, UUID account) {
        if (by.accountId().equals(account)) {
            throw new RuleViolation("second-factor.own-reset", "自己的验证器请在“账号安全”中解除，或请另一位安全管理员办理。");
        }
        if (accounts.byId(account).isEmpty()) {
            throw new NotFound("账号");
        }
        transaction.executeWithoutResult(status -> {
            if (!table.delete(account)) {
                throw new Conflict("second-factor.none", "该账号没有绑定验证器。");
            }
            sessions.deleteOf(account);
            audit.record("second-factor.reset", "account", account, Map.of());
        });
    }

    boolean set(UUID account) {
        return table.of(account).filter(SecondFactorTable.Stored::confirmed).isPresent();
    }

    /** Is it a code of the authenticator that was not used yet, or a recovery code? It is used up. */
    boolean accepts(UUID account, String code) {
        String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return table.of(account)
                        .filter(SecondFactorTable.Stored::confirmed)
                        .filter(stored -> usedUp(account, stored, plain))
                        .isPresent()
                || table.useRecoveryCode(account, TokenHash.of(plain));
    }

    private boolean usedUp(UUID account, SecondFactorTable.Stored stored, String code) {
        OptionalLong step = OneTimeCode.step(box.unlock(stored.secret(), place(account)), code, clock.instant());
        return step.isPresent() && table.useStep(account, step.getAsLong());
    }

    private void requireCode(UUID account, SecondFactorTable.Stored stored, String code) {
        String login =
                accounts.byId(account).orElseThrow(() -> new NotFound("账号")).login();
        guard.check(login);
        if (!usedUp(account, stored, code.replaceAll("\\s", ""))) {
            guard.failed(login);
            throw new RuleViolation("second-factor.wrong", "验证码不正确、已过期或已用过，请输入验证器上新的 6 位数字。");
        }
    }

    private SecondFactorTable.Stored confirmed(UUID account) {
        return table.of(account)
                .filter(SecondFactorTable.Stored::confirmed)
                .orElseThrow(() -> new Conflict("second-factor.none", "还没有绑定验证器。"));
    }

    private List<String> renew(UUID account, String action) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(RandomToken.forPeople(RECOVERY_SIGNS));
        }
        transaction.executeWithoutResult(status -> {
            table.confirm(account, clock.instant());
            table.putRecoveryCodes(account, codes.stream().map(TokenHash::of).toList());
            audit.record(action, "account", account, Map.of());
        });
        return codes.stream().map(code -> code.replaceAll("(.{4})(?!$)", "$1-")).toList();
    }

    private static String place(UUID account) {
        return "second-factor/" + account;
    }
}
