package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.platform.city.CurrentCity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords of accounts: the present one and those that must not come again. */
@Repository
public class PasswordTable {

    private final JdbcClient jdbc;

    PasswordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that has been opened without a password. */
    public record Waiting(UUID id, String login, String name) {}

    /** Accounts of the current city that have not been given a password yet, by name of log-in. */
    public List<Waiting> waiting(int most) {
        return jdbc.sql("""
                select id, login, name from platform.account
                where city_code = :city and password_set_at is null and password_change_needed and enabled
                order by login limit :most for update
                """)
                .param("city", CurrentCity.required().value())
                .param("most", most)
                .query(Waiting.class)
                .list();
    }

    public long waitingCount() {
        return jdbc.sql("""
                select count(*) from platform.account
                where city_code = :city and password_set_at is null and password_change_needed and enabled
                """)
                .param("city", CurrentCity.required().value())
                .query(Long.class)
                .single();
    }

    public String current(UUID account) {
        return jdbc.sql("select password_hash from platform.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }

    /** The present one and the former ones that are still remembered. */
    public List<String> remembered(UUID account) {
        return jdbc.sql("""
                select password_hash from platform.account where id = :id
                union
                select password_hash from platform.past_password where account_id = :id
                """).param("id", account).query(String.class).list();
    }

    /** @param changeNeeded whether its owner must replace it at the next log-in */
    public void set(UUID account, String hash, boolean changeNeeded, Instant at) {
        jdbc.sql("""
                insert into platform.past_password (account_id, set_at, password_hash)
                select id, coalesce(password_set_at, created_at), password_hash from platform.account
                where id = :id on conflict do nothing
                """).param("id", account).update();
        jdbc.sql("""
                update platform.account set password_hash = :hash, password_set_at = :at,
                       password_change_needed = :needed, version = version + 1
                where id = :id
                """)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .param("needed", changeNeeded)
                .param("id", account)
                .update();
        jdbc.sql("""
                delete from platform.past_password where account_id = :id and set_at < (
                    select min(set_at) from (select set_at from platform.past_password where account_id = :id
                                             order by set_at desc limit :most) kept)
                """)
                .param("id", account)
                .param("most", PasswordPolicy.REMEMBERED - 1)
                .update();
    }
}
