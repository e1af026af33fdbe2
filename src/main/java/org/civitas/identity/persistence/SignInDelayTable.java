package org.civitas.identity.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failures in a row by log-in name, in the database: they hold on every node and after a restart. */
@Repository
public class SignInDelayTable {

    /** How often in a row it failed and until when nothing is tried. */
    public record Stored(int failures, Instant changedAt, Instant delayedUntil) {}

    private final JdbcClient jdbc;

    SignInDelayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the row of a name for this transaction, so that tries at the same moment count one after the other. */
    public Stored taken(byte[] login) {
        jdbc.sql("""
                insert into platform.sign_in_delay (login_hash, failures, changed_at, delayed_until)
                values (:login, 1, 'epoch', 'epoch') on conflict do nothing
                """).param("login", login).update();
        return jdbc.sql("""
                select failures, changed_at, delayed_until from platform.sign_in_delay
                where login_hash = :login for update
                """)
                .param("login", login)
                .query((row, n) -> stored(row))
                .single();
    }

    public void put(byte[] login, int failures, Instant now, Instant delayedUntil) {
        jdbc.sql("""
                update platform.sign_in_delay set failures = :failures, changed_at = :now, delayed_until = :until
                where login_hash = :login
                """)
                .param("failures", failures)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(delayedUntil))
                .param("login", login)
                .update();
    }

    public void delete(byte[] login) {
        jdbc.sql("delete from platform.sign_in_delay where login_hash = :login")
                .param("login", login)
                .update();
    }

    public void deleteBefore(Instant changed) {
        jdbc.sql("""
                delete from platform.sign_in_delay where login_hash in (
                    select login_hash from platform.sign_in_delay where changed_at < :changed
                    limit 100 for update skip locked)
                """).param("changed", Timestamp.from(changed)).update();
    }

    /** Until when names are delayed, by the hexadecimal form of their hash; only those that are. */
    public Map<String, Instant> delayed(Collection<byte[]> logins, Instant now) {
        return jdbc
                .sql("""
                select login_hash, failures, changed_at, delayed_until from platform.sign_in_delay
                where login_hash = any(:logins) and delayed_until > :now
                """)
                .param("logins", logins.toArray(byte[][]::new))
                .param("now", Timestamp.from(now))
                .query((row, n) -> Map.entry(
                        HexFormat.of().formatHex(row.getBytes("login_hash")),
                        stored(row).delayedUntil()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getInt("failures"),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("delayed_until").toInstant());
    }
}
