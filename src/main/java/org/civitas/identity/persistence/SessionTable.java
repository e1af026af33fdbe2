package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of sessions: only hashes of tokens are kept. */
@Repository
public class SessionTable {

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(byte[] tokenHash, UUID account, Instant from, Instant until) {
        jdbc.sql("""
                insert into platform.session (token_hash, account_id, created_at, expires_at)
                values (:hash, :account, :from, :until)
                """)
                .param("hash", tokenHash)
                .param("account", account)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .update();
    }

    public void delete(byte[] tokenHash) {
        jdbc.sql("delete from platform.session where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    public void deleteOf(UUID account) {
        jdbc.sql("delete from platform.session where account_id = :account")
                .param("account", account)
                .update();
    }

    public void deleteExpired(Instant now) {
        jdbc.sql("delete from platform.session where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
