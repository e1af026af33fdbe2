package org.civitas.platform.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when it has died: killed, or stopped for lack of room. It goes on trying as long as the
 * program runs, so the server comes back once there is room again.
 */
final class PostgresWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final int port;
    private final Map<String, String> extra;
    private final Thread thread;
    private volatile boolean closed;
    private long postmaster;

    PostgresWatch(PostgresCluster cluster, int port, Map<String, String> extra) throws IOException {
        this.cluster = cluster;
        this.port = port;
        this.extra = extra;
        this.postmaster = PostgresProcesses.postmaster(cluster.folder());
        this.thread = Thread.ofPlatform().daemon().name("civitas-postgres").unstarted(this::watch);
    }

    void begin() {
        thread.start();
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (!closed && !PostgresProcesses.alive(postmaster)) {
                LOG.error("数据库进程意外结束，正在重新启动");
                startAgain();
            }
        }
    }

    private void startAgain() {
        long from = System.nanoTime();
        Duration pause = LOOK;
        String said = "";
        while (!closed) {
            try {
                cluster.clearAway();
                cluster.start(port, extra);
                postmaster = PostgresProcesses.postmaster(cluster.folder());
                LOG.warn("数据库已重新启动，中断约 {} 毫秒", (System.nanoTime() - from) / 1_000_000);
                return;
            } catch (IOException | StartFault e) {
                String now = String.valueOf(e.getMessage());
                if (!now.equals(said)) {
                    LOG.error("数据库暂时无法启动，将继续尝试：{}", now);
                    said = now;
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofMinutes(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
