package org.civitas.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.civitas.platform.database.DatabaseSettings;
import org.civitas.platform.database.ThisNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets go what a stalled node holds: locks and open transactions in its database sessions.
 *
 * <p>A killed process closes its sessions; one that is stopped, or whose machine vanished, keeps them, and with them the work
 * that it was at. Each node writes its beat; one that was silent for {@code civitas.node-stalled-after} has its sessions ended
 * by another, so its transactions are rolled back. When it goes on it gets new sessions, and {@code work.run} keeps it from
 * finishing what somebody else has taken over. All times are the database's.
 */
@Component
class StalledNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StalledNodes.class);

    private final JdbcTemplate jdbc;
    private final ThisNode self;
    private final boolean several;
    private final long limitSeconds;
    private final long beatMillis;
    private volatile @org.jspecify.annotations.Nullable ScheduledExecutorService beating;

    StalledNodes(
            JdbcTemplate jdbc,
            ThisNode self,
            DatabaseSettings database,
            @Value("${civitas.node-stalled-after}") Duration limit) {
        this.jdbc = jdbc;
        this.self = self;
        this.several = database.external();
        this.limitSeconds = Math.max(2, limit.toSeconds());
        this.beatMillis = Math.clamp(limit.toMillis() / 6, 300, 5_000);
    }

    @Override
    public void start() {
        if (!several) {
            return;
        }
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("node-beat").daemon().factory());
        thread.scheduleWithFixedDelay(this::round, 0, beatMillis, TimeUnit.MILLISECONDS);
        beating = thread;
    }

    private void round() {
        try {
            if (beat()) {
                endStalled();
            }
        } catch (RuntimeException e) {
            LOG.warn("节点心跳没有写入：{}", e.getMessage());
        }
    }

    /** Answers whether this node was heard of lately: one that was away itself, or whose database was, judges nobody. */
    boolean beat() {
        List<Boolean> lately = jdbc.queryForList(
                "select beat_at > clock_timestamp() - make_interval(secs => ?) from platform.node where process = ?",
                Boolean.class,
                limitSeconds,
                self.process());
        jdbc.update("""
                insert into platform.node (process, name, beat_at) values (?, ?, clock_timestamp())
                on conflict (process) do update set beat_at = excluded.beat_at
                """, self.process(), self.name());
        return lately.contains(true);
    }

    /** Ends the sessions of nodes that have been silent too long; answers how many. */
    int endStalled() {
        int ended = 0;
        for (Silent node : silent()) {
            int sessions = Objects.requireNonNull(
                    jdbc.queryForObject("""
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where application_name = ? and usename = current_user
                    """, Integer.class, ThisNode.sessionsOf(node.process())));
            if (sessions > 0) {
                LOG.warn("节点 {} 超过 {} 秒没有心跳，断开它的 {} 个数据库会话，由其他节点接手", node.name(), limitSeconds, sessions);
            }
            ended += sessions;
        }
        jdbc.update("delete from platform.node where beat_at < clock_timestamp() - interval '1 day'");
        return ended;
    }

    private record Silent(String process, String name) {}

    private List<Silent> silent() {
        return jdbc.query(
                "select process, name from platform.node where process <> ? and beat_at < clock_timestamp() - make_interval(secs => ?)",
                (row, n) -> new Silent(row.getString(1), row.getString(2)),
                self.process(),
                limitSeconds);
    }

    @Override
    public void stop() {
        ScheduledExecutorService thread = beating;
        if (thread != null) {
            thread.shutdownNow();
            beating = null;
        }
    }

    @Override
    public boolean isRunning() {
        return beating != null;
    }
}
