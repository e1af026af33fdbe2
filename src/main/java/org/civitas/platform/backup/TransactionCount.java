package org.civitas.platform.backup;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the transaction counter of a database above a number. Rows remember the transaction that wrote them (feeds, the
 * audit chain); in a database that counts from below, new rows would sort before old ones and never be handed out.
 *
 * <p>Each sub-transaction that writes takes a number, which is the only way to move the counter from within: some
 * hundred thousand a second.
 */
final class TransactionCount {

    private static final long STEP = 100_000;

    /** Further than that it would be quicker to think again: an hour or so, and PostgreSQL would begin to freeze rows. */
    private static final long FARTHEST = 500_000_000;

    private TransactionCount() {}

    static void raise(JdbcTemplate jdbc, long above) {
        long missing = above - now(jdbc);
        if (missing > FARTHEST) {
            throw new BackupFault("备份的事务计数 " + above + " 比本数据库高出太多，无法在这里恢复，请联系开发方。");
        }
        if (missing < 0) {
            return;
        }
        jdbc.execute("create temporary table if not exists counted (n int)");
        while (missing >= 0) {
            jdbc.execute("""
                    do $$ begin
                        for i in 1..%d loop
                            begin insert into pg_temp.counted values (1); exception when others then null; end;
                        end loop;
                    end $$
                    """.formatted(Math.min(STEP, missing + 1)));
            jdbc.execute("truncate pg_temp.counted");
            missing = above - now(jdbc);
        }
        jdbc.execute("drop table pg_temp.counted");
    }

    private static long now(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("select pg_current_xact_id()::text::bigint", Long.class));
    }
}
