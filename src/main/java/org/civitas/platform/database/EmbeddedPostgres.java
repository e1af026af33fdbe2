package org.civitas.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 beside the program, in the data folder, with fsync and synchronous_commit on.
 *
 * <p>A server that a killed program left behind is found by its pid file and stopped before a new one starts; nothing in
 * the data folder is ever deleted. One program a data folder: a file lock says so in words.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String MAJOR = "18";

    private final Path cluster;
    private final Path programs;
    private final PostgresUser user;
    private final int port;
    private final String password;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private EmbeddedPostgres(Path home, Map<String, String> extra) throws IOException {
        Files.createDirectories(home);
        lockChannel =
                FileChannel.open(home.resolve("civitas.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = lock(lockChannel, home);
        cluster = home.resolve("pg");
        programs = PostgresBinaries.in(home).resolve("bin");
        user = PostgresUser.choose(home);
        password = password(home);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            requireSpace(home, 512);
            initialise(home);
        }
        requireSpace(home, 64);
        checkVersion();
        stopOrphan();
        port = freePort();
        start(extra);
    }

    /** Starts the server of {@code home}, making its cluster on first use; {@code extra} are further server settings. */
    public static EmbeddedPostgres start(Path home, Map<String, String> extra) {
        try {
            return new EmbeddedPostgres(home.toAbsolutePath().normalize(), extra);
        } catch (IOException e) {
            throw new StartFault("数据目录 " + home.toAbsolutePath() + " 无法使用：" + e.getMessage() + "。请检查磁盘空间和读写权限。", e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    private static FileLock lock(FileChannel channel, Path home) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("locked by this process", e);
        }
        channel.close();
        throw new StartFault("数据目录 " + home + " 正被另一个运行中的 Civitas 使用。请先停止它，或用 CIVITAS_DATA 指定另一个目录。");
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("db.secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private void initialise(Path home) throws IOException {
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
        Files.move(half, cluster);
    }

    private static void requireSpace(Path home, long megabytes) throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < megabytes * 1024 * 1024) {
            throw new StartFault("磁盘空间不足：" + home + " 所在磁盘只剩 " + free / 1024 / 1024 + " MB，至少需要 " + megabytes
                    + " MB。请腾出空间后再启动；数据没有被改动。");
        }
    }

    private void checkVersion() throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new StartFault(
                    "数据目录是 PostgreSQL " + found + " 的，本程序使用 " + MAJOR + "。请先用 pg_upgrade 升级，或换一个数据目录；数据没有被改动。");
        }
    }

    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        boolean ours = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
        if (ours) {
            LOG.warn("发现上次遗留的数据库进程 {}，先将其停止", pid);
            run(
                    user.command(
                            programs.resolve("pg_ctl"),
                            "-D",
                            cluster.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            "60",
                            "stop"),
                    "停止遗留的数据库");
        }
    }

    private void start(Map<String, String> extra) throws IOException {
        var options = new ArrayList<String>();
        options.add("-p " + port);
        settings(extra).forEach((name, value) -> options.add("-c " + name + "=" + value));
        run(
                user.command(
                        programs.resolve("pg_ctl"),
                        "-D",
                        cluster.toString(),
                        "-l",
                        cluster.resolve("server.log").toString(),
                        "-w",
                        "-t",
                        "120",
                        "-o",
                        String.join(" ", options),
                        "start"),
                "启动数据库");
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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
        Path log = cluster.resolve("server.log");
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    @Override
    public void close() {
        try {
            run(
                    user.command(
                            programs.resolve("pg_ctl"),
                            "-D",
                            cluster.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            "60",
                            "stop"),
                    "停止数据库");
            lock.release();
            lockChannel.close();
        } catch (IOException | StartFault e) {
            LOG.warn("数据库没有正常停止：{}", e.getMessage());
        }
    }
}
