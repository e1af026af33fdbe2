package org.civitas.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The way of a command to the database of an installation: an external server, the embedded one of a running program, or
 * the embedded one of a stopped program, which is started for the command and stopped again.
 */
public record CommandDatabase(String url, String user, String password, AutoCloseable stop) implements AutoCloseable {

    /**
     * @param settings the environment of the program ({@code CIVITAS_DB_URL} and friends)
     * @throws StartFault if there is no database in the folder or it can not be started
     */
    public static CommandDatabase of(Path data, Map<String, String> settings) throws IOException {
        String url = settings.getOrDefault("CIVITAS_DB_URL", "");
        if (!url.isBlank()) {
            return new CommandDatabase(
                    url,
                    settings.getOrDefault("CIVITAS_DB_USER", "civitas"),
                    settings.getOrDefault("CIVITAS_DB_PASSWORD", ""),
                    () -> {});
        }
        Path cluster = data.resolve("pg");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            throw new StartFault("数据目录 " + data.toAbsolutePath().normalize() + " 中没有数据库。请用 CIVITAS_DATA 指明数据目录。");
        }
        Path pid = cluster.resolve("postmaster.pid");
        if (Files.exists(pid)) {
            List<String> lines = Files.readAllLines(pid);
            if (lines.size() > 3 && runs(lines.getFirst())) {
                String address = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres";
                String secret = Files.readString(data.resolve("db.secret")).strip();
                return new CommandDatabase(address, "civitas", secret, () -> {});
            }
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(data, Map.of());
        return new CommandDatabase(server.jdbcUrl("postgres"), "civitas", server.password(), server);
    }

    private static boolean runs(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    @Override
    public void close() throws IOException {
        try {
            stop.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
