package org.civitas.platform.watch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.civitas.platform.database.ConnectionPool;
import org.civitas.platform.database.ConnectionPool.PoolReading;
import org.civitas.platform.database.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what there is to know about database, pool, disk, memory, jobs and feeds; the same for the page and the scraper. */
@Component
class SystemFigures {

    /** @param bytes size of the whole database */
    record DatabaseView(String version, boolean external, long bytes, double roundTripMs) {}

    /** In bytes. */
    record MemoryView(long used, long most) {}

    /** In bytes. */
    record DiskView(long free, long total) {}

    /** @param lateSeconds how long it should have begun; 0 when it is not due */
    record JobView(
            String name,
            boolean running,
            OffsetDateTime nextAt,
            @Nullable OffsetDateTime lastSuccess,
            @Nullable OffsetDateTime lastFailure,
            int failures,
            long lateSeconds,
            long waiting) {}

    record WorksView(long waiting, long running, long failedToday) {}

    /** @param oldestSeconds how long the first that waits has been waiting; 0 when nothing waits */
    record FeedView(String name, String title, long waiting, long oldestSeconds) {}

    /** @param sound whether the last check that came to its end found the chain sound; absent when there was none */
    record ChainView(
            long number,
            long unsealed,
            @Nullable OffsetDateTime checkedAt,
            @Nullable Boolean sound) {}

    private static final String JOBS = """
            select task_name as name, bool_or(picked) as running, min(execution_time) as next_at,
                   max(last_success) as last_success, max(last_failure) as last_failure,
                   coalesce(max(consecutive_failures), 0) as failures,
                   greatest(0, extract(epoch from now() - min(execution_time) filter (where not picked)))::bigint as late_seconds,
                   count(*) filter (where not picked and execution_time <= now()) as waiting
            from platform.scheduled_tasks group by task_name order by task_name
            """;
    private static final String UNSEALED = """
            select count(*) from audit_line l cross join audit_chain c
            where l.xid >= pg_snapshot_xmin(c.sealed) and not pg_visible_in_snapshot(l.xid, c.sealed)
              and not exists (select 1 from audit_seal s where s.line_id = l.id)
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ConnectionPool pool;
    private final DatabaseSettings settings;
    private final List<FeedWatch> feeds;
    private final Clock clock;

    SystemFigures(
            JdbcTemplate jdbc,
            JdbcClient client,
            ConnectionPool pool,
            DatabaseSettings settings,
            List<FeedWatch> feeds,
            Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.pool = pool;
        this.settings = settings;
        this.feeds = feeds;
        this.clock = clock;
    }

    DatabaseView database() {
        long start = System.nanoTime();
        jdbc.queryForObject("select 1", Integer.class);
        double ms = (System.nanoTime() - start) / 1e6;
        return jdbc.queryForObject(
                "select current_setting('server_version'), pg_database_size(current_database())",
                (row, n) -> new DatabaseView(
                        row.getString(1),
                        settings.dbUrl() != null && !settings.dbUrl().isBlank(),
                        row.getLong(2),
                        Math.round(ms * 100) / 100.0));
    }

    PoolReading pool() {
        return pool.reading();
    }

    static MemoryView memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new MemoryView(heap.getUsed(), heap.getMax());
    }

    DiskView disk() {
        try {
            Path folder = settings.data().toAbsolutePath();
            FileStore disk = Files.getFileStore(Files.exists(folder) ? folder : Path.of("."));
            return new DiskView(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            return new DiskView(0, 0);
        }
    }

    List<JobView> jobs() {
        return client.sql(JOBS).query(JobView.class).list();
    }

    /** Long works of the current city. */
    WorksView works() {
        return client.sql("""
                        select count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'RUNNING') as running,
                               count(*) filter (where state = 'FAILED' and ended_at > now() - interval '1 day') as failed_today
                        from work where created_at > now() - interval '30 days'
                        """).query(WorksView.class).single();
    }

    List<FeedView> feeds() {
        return feeds.stream()
                .map(feed -> new FeedView(feed.name(), feed.title(), feed.waiting(), since(feed.oldest())))
                .toList();
    }

    private long since(@Nullable Instant at) {
        return at == null
                ? 0
                : Math.max(0, Duration.between(at, clock.instant()).toSeconds());
    }

    /** The audit chain of the current city. */
    ChainView chain() {
        long number =
                client.sql("select number from audit_chain").query(Long.class).single();
        long unsealed = unsealed();
        return client.sql("""
                        select ended_at, (report ->> 'sound')::boolean as sound from audit_verification
                        where report is not null order by ended_at desc limit 1
                        """)
                .query((row, n) -> new ChainView(
                        number, unsealed, row.getObject("ended_at", OffsetDateTime.class), row.getBoolean("sound")))
                .optional()
                .orElseGet(() -> new ChainView(number, unsealed, null, null));
    }

    long unsealed() {
        return client.sql(UNSEALED).query(Long.class).single();
    }
}
