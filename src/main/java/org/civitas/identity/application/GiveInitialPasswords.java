package org.civitas.identity.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.platform.audit.AuditTrail;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives accounts that came from a workbook their first passwords; they are said once and must be replaced at log-in. */
@Service
public class GiveInitialPasswords {

    /** How many at once: making a password slow to guess takes a moment each. */
    public static final int MOST = 300;

    private static final int SIGNS = 12;

    /** 初始密码 — of one account. */
    public record Given(UUID id, String login, String name, String password) {}

    private final PasswordTable table;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    GiveInitialPasswords(PasswordTable table, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** To at most {@link #MOST} accounts that wait for one; nobody can read them again. */
    @Transactional
    public List<Given> give() {
        List<Given> given = table.waiting(MOST).stream()
                .map(one -> new Given(one.id(), one.login(), one.name(), RandomToken.forPeople(SIGNS)))
                .toList();
        List<String> hashes = given.parallelStream()
                .map(one -> passwords.encode(one.password()))
                .toList();
        for (int i = 0; i < given.size(); i++) {
            table.set(given.get(i).id(), hashes.get(i), true, clock.instant());
            audit.record("account.password-given", "account", given.get(i).id(), Map.of());
        }
        return given;
    }
}
