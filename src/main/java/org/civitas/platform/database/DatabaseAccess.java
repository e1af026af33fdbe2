package org.civitas.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The database of an installation for a command beside the program: of the running one, or started for the command and
 * stopped after it.
 *
 * @param running somebody else runs it; false when it was started for this command, or is elsewhere
 */
public record DatabaseAccess(String url, String user, String password, boolean running, AutoCloseable stop)
        implements AutoCloseable {

    /** @throws StartFault in words, when there is none or it does not start */
    public static DatabaseAccess open(DatabaseSettings settings) {
        if (settings.external()) {
            return new DatabaseAccess(
                    Objects.requireNonNull(settings.dbUrl()),
                    Objects.requireNonNullElse(settings.dbUser(), "civitas"),
                    Objects.requireNonNullElse(settings.dbPassword(), ""),
                    false,
                    () -> {});
        }
        Path home = settings.data().toAbsolutePath().normalize();
        try {
            List<String> running = runningAt(home);
            if (running.size() > 3) {
                String secret = Files.readString(home.resolve("db.secret")).strip();
                String url = "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/postgres";
                return new DatabaseAccess(url, "civitas", secret, true, () -> {});
            }
        } catch (IOException e) {
            throw new StartFault("数据目录 " + home + " 无法读取：" + e.getMessage(), e);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of());
        return new DatabaseAccess(server.jdbcUrl("postgres"), "civitas", server.password(), false, server);
    }

    private static List<String> runningAt(Path home) throws IOException {
        Path cluster = home.resolve("pg");
        long pid = PostgresProcesses.postmaster(cluster);
        return PostgresProcesses.alive(pid) && PostgresProcesses.belongsTo(pid, cluster)
                ? Files.readAllLines(cluster.resolve("postmaster.pid"))
                : List.of();
    }

    @Override
    public void close() throws Exception {
        stop.close();
    }
}
