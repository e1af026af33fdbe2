package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Authenticators of accounts, their recovery codes, and log-ins that wait for a code. */
@Repository
public class SecondFactorTable {

    /** @param confirmedAt null until its owner has shown that the authenticator works */
    public record Stored(byte[] secret, @Nullable Instant confirmedAt) {

        public boolean confirmed() {
            return confirmedAt != null;
        }
    }

    /** A log-in that waits for a code. */
    public record Challenge(UUID accountId, String device, String openedBy) {}

    private final JdbcClient jdbc;

    SecondFactorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Stored> of(UUID account) {
        return jdbc.sql("select secret, confirmed_at from platform.second_factor where account_id = :account")
                .param("account", account)
                .query((row, n) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Stored(row.getBytes("secret"), confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    /** Which of these accounts have one. */
    public Set<UUID> among(Collection<UUID> accounts) {
        return Set.copyOf(jdbc.sql("""
                select account_id from platform.second_factor
                where account_id = any(:accounts) and confirmed_at is not null
                """)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Begins anew; false if there is a confirmed one already. */
    public boolean begin(UUID account, byte[] secret, Instant at) {
        return jdbc.sql("""
                        insert into platform.second_factor (account_id, secret, created_at)
                        values (:account, :secret, :at)
                        on conflict (account_id) do update set secret = excluded.secret,
                            created_at = excluded.created_at, last_step = 0
                        where second_factor.confirmed_at is null
                        """)
                        .param("account", account)
                        .param("secret", secret)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public void confirm(UUID account, Instant at) {
        jdbc.sql("update platform.second_factor set confirmed_at = :at where account_id = :account")
                .param("at", Timestamp.from(at))
                .param("account", account)
                .update();
    }

    /** Uses a time step up; false if it or a later one has been used. */
    public boolean useStep(UUID account, long step) {
        return jdbc.sql("""
                        update platform.second_factor set last_step = :step
                        where account_id = :account and last_step < :step
                        """).param("step", step).param("account", account).update() == 1;
    }

    /** Does the account have an authenticator? Then it goes. */
    public boolean delete(UUID account) {
        return jdbc.sql("delete from platform.second_factor where account_id = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    public void putRecoveryCodes(UUID account, List<byte[]> hashes) {
        jdbc.sql("delete from platform.recovery_code where account_id = :account")
                .param("account", account)
                .update();
        jdbc.sql("insert into platform.recovery_code (account_id, code_hash) select :account, unnest(:hashes)")
                .param("account", account)
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    /** Uses a recovery code up; false if there is no such one any more. */
    public boolean useRecoveryCode(UUID account, byte[] hash) {
        return jdbc.sql("delete from platform.recovery_code where account_id = :account and code_hash = :hash")
                        .param("account", account)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    public int recoveryCodesLeft(UUID account) {
        return jdbc.sql("select count(*) from platform.recovery_code where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    public boolean required(UUID account) {
        return jdbc.sql("""
                select exists(
                    select 1 from platform.account a
                    join platform.city_role c on c.city_code = a.city_code and c.role_code = any(a.role_codes)
                    where a.id = :account and c.second_factor)
                """).param("account", account).query(Boolean.class).single();
    }

    public void challenge(byte[] tokenHash, Challenge challenge, Instant now, Instant until) {
        jdbc.sql("delete from platform.sign_in_challenge where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                insert into platform.sign_in_challenge (token_hash, account_id, device, opened_by, expires_at)
                values (:hash, :account, :device, :by, :until)
                """)
                .param("hash", tokenHash)
                .param("account", challenge.accountId())
                .param("device", challenge.device())
                .param("by", challenge.openedBy())
                .param("until", Timestamp.from(until))
                .update();
    }

    public Optional<Challenge> challenge(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                select account_id, device, opened_by from platform.sign_in_challenge
                where token_hash = :hash and expires_at > :now
                """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(Challenge.class)
                .optional();
    }

    /** Takes a challenge away; false if somebody else was quicker. */
    public boolean endChallenge(byte[] tokenHash) {
        return jdbc.sql("delete from platform.sign_in_challenge where token_hash = :hash")
                        .param("hash", tokenHash)
                        .update()
                == 1;
    }
}
