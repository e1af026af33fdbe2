package org.civitas.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Progress in the table of works, written beside whatever transaction is under way. */
final class WrittenProgress implements Work.Progress {

    private static final Duration STEP = Duration.ofMillis(500);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate beside;
    private final Clock clock;
    private final UUID id;
    private final int run;
    private Instant last = Instant.EPOCH;

    /**
     * @param beside begins a transaction of its own
     * @param run which beginning of the work this is: what an earlier one writes is refused
     */
    WrittenProgress(JdbcTemplate jdbc, TransactionTemplate beside, Clock clock, UUID id, int run) {
        this.run = run;
        this.jdbc = jdbc;
        this.beside = beside;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public void at(long done, long total, String message) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(STEP) < 0) {
            return;
        }
        last = now;
        List<Boolean> asked = beside.execute(status -> jdbc.queryForList(
                "update work set done = ?, total = ?, message = ? where id = ? and run = ? returning cancel_asked",
                Boolean.class,
                done,
                total,
                message,
                id,
                run));
        if (asked == null || asked.isEmpty()) {
            throw new Work.TakenOver(id);
        }
        if (asked.contains(true)) {
            throw new Work.Cancelled();
        }
    }

    @Override
    public void hold() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("held outside a transaction: " + id);
        }
        if (jdbc.queryForList("select 1 from work where id = ? and run = ? for update", id, run)
                .isEmpty()) {
            throw new Work.TakenOver(id);
        }
    }

    @Override
    public void end(Work.Outcome outcome) {
        int written = jdbc.update(
                "update work set state = 'DONE', message = ?, result_url = ?, ended_at = ? where id = ? and run = ?",
                outcome.message(),
                outcome.resultUrl(),
                Timestamp.from(clock.instant()),
                id,
                run);
        if (written == 0) {
            throw new Work.TakenOver(id);
        }
    }
}
