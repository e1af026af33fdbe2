package org.civitas.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Progress in the table of works. Inside a transaction it stays silent: nobody could see it before the end. */
final class WrittenProgress implements Work.Progress {

    private static final Duration STEP = Duration.ofMillis(500);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final UUID id;
    private Instant last = Instant.EPOCH;

    WrittenProgress(JdbcTemplate jdbc, Clock clock, UUID id) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public void at(long done, long total, String message) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(STEP) < 0
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        last = now;
        jdbc.update("update work set done = ?, total = ?, message = ? where id = ?", done, total, message, id);
    }

    @Override
    public void end(Work.Outcome outcome) {
        jdbc.update(
                "update work set state = 'DONE', message = ?, result_url = ?, ended_at = ? where id = ?",
                outcome.message(),
                outcome.resultUrl(),
                Timestamp.from(clock.instant()),
                id);
    }
}
