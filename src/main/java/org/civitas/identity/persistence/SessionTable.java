package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of sessions: only hashes of tokens are kept, and nothing of a session that has ended. */
@Repository
public class SessionTable {

    /** A session as its owner sees it. */
    public record Listed(UUID id, Instant createdAt, Instant expiresAt, String device, String openedBy) {}

    /** A new session. */
    public record Fresh(
            byte[] tokenHash,
            UUID account,
            Instant from,
            Instant until,
            Instant idleUntil,
            String device,
            String openedBy) {}

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Fresh session) {
        jdbc.sql("""
                insert into platform.session
                  (token_hash, account_id, created_at, expires_at, idle_until, device, opened_by)
                values (:hash, :account, :from, :until, :idle, :device, :by)
                """)
                .param("hash", session.tokenHash())
                .param("account", session.account())
                .param("from", Timestamp.from(session.from()))
                .param("until", Timestamp.from(session.until()))
                .param("idle", Timestamp.from(session.idleUntil()))
                .param("device", session.device())
                .param("by", session.openedBy())
                .update();
    }

    public void putOff(UUID id, Instant idleUntil) {
        jdbc.sql("update platform.session set idle_until = :until where id = :id")
                .param("until", Timestamp.from(idleUntil))
                .param("id", id)
                .update();
    }

    /** The live sessions of an account, the newest first. */
    public List<Listed> of(UUID account, Instant now) {
        return jdbc.sql("""
                select id, created_at, expires_at, device, opened_by from platform.session
                where account_id = :account and expires_at > :now and idle_until > :now order by created_at desc, id
                """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query(Listed.class)
                .list();
    }

    public void delete(byte[] tokenHash) {
        jdbc.sql("delete from platform.session where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    /** Ends one session of an account; false if it has no such session. */
    public boolean delete(UUID account, UUID id) {
        return jdbc.sql("delete from platform.session where account_id = :account and id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    public void deleteOf(UUID account) {
        jdbc.sql("delete from platform.session where account_id = :account")
                .param("account", account)
                .update();
    }

    /** Ends all sessions of an account but one. */
    public void deleteOthers(UUID account, UUID kept) {
        jdbc.sql("delete from platform.session where account_id = :account and id <> :kept")
                .param("account", account)
                .param("kept", kept)
                .update();
    }

    public void deleteExpired(Instant now) {
        jdbc.sql("delete from platform.session where expires_at <= :now or idle_until <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
