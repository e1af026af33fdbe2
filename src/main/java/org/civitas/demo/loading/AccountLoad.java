package org.civitas.demo.loading;

import java.sql.Timestamp;
import java.util.List;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.StoryAccount;
import org.civitas.platform.city.CurrentCity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The 61 accounts, all with one password that is printed at the start. */
@Component
class AccountLoad {

    static final String PASSWORD = "yunchuan2026";

    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;

    AccountLoad(JdbcTemplate jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    void load(Premise premise) {
        String hash = passwords.encode(PASSWORD);
        List<Object[]> rows = premise.cast().accounts().stream()
                .map(account -> row(account, premise, hash))
                .toList();
        jdbc.batchUpdate("""
                insert into platform.account (city_code, created_at, password_hash, id, login, name, role_codes, scope_kind,
                                              area_code, unit_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static Object[] row(StoryAccount account, Premise premise, String hash) {
        return new Object[] {
            CurrentCity.required().value(),
            Timestamp.from(premise.founded()),
            hash,
            account.id(),
            account.login(),
            account.name(),
            new String[] {account.role()},
            account.scopeKind(),
            account.areaCode(),
            account.unitId()
        };
    }
}
