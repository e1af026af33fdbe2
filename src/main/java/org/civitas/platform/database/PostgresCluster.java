package org.civitas.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a PostgreSQL cluster and the programs that make, start and stop its server. */
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String SECONDS_TO_START = "120";
    private static final String SECONDS_TO_STOP = "60";
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(2);

    private final Path folder;
    private final Path programs;
    private final PostgresUser user;

    PostgresCluster(Path folder, Path programs, PostgresUser user) {
        this.folder = folder;
        this.programs = programs;
        this.user = user;
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    void initialise(Path home, String password) throws IOException {
        Path half = home.resolve("pg.part");
        if (Files.exists(half)) {
            throw new StartFault("上一次初始化数据库没有完成。请删除 " + half + " 后重试（其中没有业务数据）。");
        }
        Path secret = user.readable(home.resolve("db.secret.init"), password);
        try {
            run(
                    user.command(
                            programs.resolve("initdb"),
                            "-D",
                            half.toString(),
                            "-U",
                            "civitas",
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + secret,
                            "--no-instructions"),
                    "初始化数据库");
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(half, folder);
    }

    void start(int port, Map<String, String> extra) throws IOException {
        var options = new ArrayList<String>();
        options.add("-p " + port);
        settings(extra).forEach((name, value) -> options.add("-c " + name + "=" + value));
        String log = folder.resolve("server.log").toString();
        String settings = String.join(" ", options);
        control("启动数据库", "-l", log, "-w", "-t", SECONDS_TO_START, "-o", settings, "start");
    }

    void stopIfRunning() throws IOException {
        if (PostgresProcesses.alive(PostgresProcesses.postmaster(folder))) {
            control("停止数据库", "-m", "fast", "-w", "-t", SECONDS_TO_STOP, "stop");
        }
    }

    /**
     * Makes room for a new server: stops one that a killed program left behind, and lets the processes end that a killed
     * postmaster left behind. A dead postmaster that nobody reaped still has its number, which PostgreSQL would take for
     * a running server: then its lock is taken away.
     */
    void clearAway() throws IOException {
        long pid = PostgresProcesses.postmaster(folder);
        if (PostgresProcesses.alive(pid)) {
            if (PostgresProcesses.belongsTo(pid, folder)) {
                LOG.warn("发现上次遗留的数据库进程 {}，先将其停止", pid);
                stopIfRunning();
            }
            return;
        }
        if (nobodyWorksHere() && ProcessHandle.of(pid).isPresent()) {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        }
    }

    private boolean nobodyWorksHere() throws IOException {
        long limit = System.nanoTime() + PATIENCE_WITH_ORPHANS.toNanos();
        List<Long> left = PostgresProcesses.living(folder);
        while (!left.isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            left = PostgresProcesses.living(folder);
        }
        left.forEach(orphan -> ProcessHandle.of(orphan).ifPresent(ProcessHandle::destroyForcibly));
        return left.isEmpty();
    }

    private void control(String what, String... arguments) throws IOException {
        List<String> command = user.command(programs.resolve("pg_ctl"), "-D", folder.toString());
        command.addAll(List.of(arguments));
        run(command, what);
    }

    private static Map<String, String> settings(Map<String, String> extra) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "256MB");
        settings.put("effective_cache_size", "1GB");
        settings.put("work_mem", "16MB");
        settings.put("max_wal_size", "2GB");
        settings.put("random_page_cost", "1.1");
        settings.put("timezone", "Asia/Shanghai");
        settings.put("log_min_messages", "warning");
        settings.put("jit", "off");
        settings.putAll(extra);
        return settings;
    }

    private void run(List<String> command, String what) throws IOException {
        Path output = Files.createTempFile("civitas-pg", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(programs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartFault(what + "失败（返回码 " + exit + "）："
                        + Files.readString(output).strip() + serverLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFault(what + "被中断。", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String serverLog() throws IOException {
        Path log = folder.resolve("server.log");
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
