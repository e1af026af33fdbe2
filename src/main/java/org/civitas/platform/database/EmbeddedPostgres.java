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
import java.util.HexFormat;
import java.util.Map;
import org.civitas.platform.space.SpaceReserve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 beside the program, in the data folder, with fsync and synchronous_commit on.
 *
 * <p>A server that a killed program left behind is found by its pid file and stopped before a new one starts; a server
 * that dies while the program runs is started again; nothing in the data folder is ever deleted. One program a data
 * folder: a file lock says so in words.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String MAJOR = "18";

    /** A restore leaves this in the data folder until it is done, and says by the property of that name that it is at it. */
    public static final String RESTORE_UNDER_WAY = "restore.part";

    private final PostgresCluster cluster;
    private final PostgresWatch watch;
    private final int port;
    private final String password;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private EmbeddedPostgres(Path home, Map<String, String> extra) throws IOException {
        Files.createDirectories(home);
        lockChannel =
                FileChannel.open(home.resolve("civitas.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = lock(lockChannel, home);
        if (Files.exists(home.resolve(RESTORE_UNDER_WAY)) && !Boolean.getBoolean(RESTORE_UNDER_WAY)) {
            throw new StartFault("数据目录 " + home + " 里的恢复没有做完。请换一个空目录，用 bin/restore 重新恢复。");
        }
        PostgresUser user = PostgresUser.choose(home);
        cluster = new PostgresCluster(
                home.resolve("pg"), PostgresBinaries.in(home).resolve("bin"), user);
        password = password(home);
        if (!cluster.exists()) {
            requireSpace(home, 512);
            cluster.initialise(home, password);
        }
        requireSpace(home, 64);
        checkVersion();
        cluster.clearAway();
        port = freePort();
        cluster.start(port, extra);
        watch = new PostgresWatch(cluster, port, extra);
        watch.begin();
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

    /** Gives up the reserve before refusing to start: reading needs little. */
    private static void requireSpace(Path home, long megabytes) throws IOException {
        if (free(home) < megabytes) {
            SpaceReserve.in(home).release();
        }
        long free = free(home);
        if (free < megabytes) {
            throw new StartFault(
                    "磁盘空间不足：" + home + " 所在磁盘只剩 " + free + " MB，至少需要 " + megabytes + " MB。请腾出空间后再启动；数据没有被改动。");
        }
    }

    private static long free(Path home) throws IOException {
        return Files.getFileStore(home).getUsableSpace() >> 20;
    }

    private void checkVersion() throws IOException {
        String found = Files.readString(cluster.folder().resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new StartFault(
                    "数据目录是 PostgreSQL " + found + " 的，本程序使用 " + MAJOR + "。请先用 pg_upgrade 升级，或换一个数据目录；数据没有被改动。");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        watch.close();
        try {
            cluster.stopIfRunning();
        } catch (IOException | StartFault e) {
            LOG.warn("数据库没有正常停止：{}", e.getMessage());
        }
        try {
            lock.release();
            lockChannel.close();
        } catch (IOException e) {
            LOG.warn("数据目录的锁没有释放：{}", e.getMessage());
        }
    }
}
