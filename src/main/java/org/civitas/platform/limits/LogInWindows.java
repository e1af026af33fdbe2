package org.civitas.platform.limits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts attempts to sign in by address and minute in the database, so that several nodes count together. */
@Component
class LogInWindows {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final LimitSettings settings;
    private final Clock clock;

    LogInWindows(JdbcClient jdbc, LimitSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Seconds to wait, or 0 when the attempt may go on. */
    long take(String address) {
        if (settings.logIns() <= 0) {
            return 0;
        }
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        int count = jdbc.sql("""
                        insert into platform.log_in_window (address, minute, attempts) values (:address, :minute, 1)
                        on conflict (address, minute) do update set attempts = log_in_window.attempts + 1 returning attempts
                        """)
                .param("address", address)
                .param("minute", Timestamp.from(minute))
                .query(Integer.class)
                .single();
        if (count == 1) {
            jdbc.sql("delete from platform.log_in_window where minute < :old")
                    .param("old", Timestamp.from(minute.minus(KEPT)))
                    .update();
        }
        return count <= settings.logIns()
                ? 0
                : Math.max(1, ChronoUnit.SECONDS.between(now, minute.plus(1, ChronoUnit.MINUTES)));
    }
}
