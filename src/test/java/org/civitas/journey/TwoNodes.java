package org.civitas.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.civitas.platform.database.EmbeddedPostgres;
import org.civitas.testing.S3Server;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two processes of the program, one external PostgreSQL and one S3 store; the nodes start at the same moment. */
final class TwoNodes implements AutoCloseable {

    private static final String BUCKET = "civitas";

    /** The role of the nodes, an ordinary one; what the test itself asks runs under another. */
    static final String PROGRAM = "program";

    private static final String PASSWORD = "of-the-nodes";

    /** Every statement is remembered with its text: the module is part of PostgreSQL's own archive. */
    private static final Map<String, String> REMEMBERING = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.max", "20000");

    private final EmbeddedPostgres postgres;
    private final S3Server store;
    private final SingleConnectionDataSource connection;
    private final List<PackagedApp> nodes;

    private TwoNodes(Path folder) throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), REMEMBERING);
        store = S3Server.start(folder.resolve("s3"), BUCKET);
        connection = new SingleConnectionDataSource(
                DriverManager.getConnection(url(), "civitas", postgres.password()), true);
        database().execute("create extension pg_stat_statements");
        database().execute("create role " + PROGRAM + " login password '" + PASSWORD + "'");
        database().execute("grant create on database postgres to " + PROGRAM);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            var starts = List.of("a", "b").stream()
                    .map(name -> both.submit(() -> PackagedApp.start(folder.resolve(name), false, environment(name))))
                    .toList();
            nodes = List.of(starts.get(0).get(), starts.get(1).get());
        }
    }

    static TwoNodes start(Path folder) throws Exception {
        return new TwoNodes(Files.createDirectories(folder).toAbsolutePath());
    }

    private String url() {
        return postgres.jdbcUrl("postgres");
    }

    private Map<String, String> environment(String name) {
        var environment = new HashMap<>(store.environment(BUCKET));
        environment.put("CIVITAS_DB_URL", url());
        environment.put("CIVITAS_DB_USER", PROGRAM);
        environment.put("CIVITAS_DB_PASSWORD", PASSWORD);
        environment.put("CIVITAS_POOL_SIZE", "10");
        environment.put("CIVITAS_NODE", name);
        environment.put("CIVITAS_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        // the default takes 20 s to notice a dead node
        environment.put("DB_SCHEDULER_HEARTBEATINTERVAL", "1s");
        environment.put("CIVITAS_NODE_STALLED_AFTER", "6s");
        return environment;
    }

    String a() {
        return nodes.get(0).url("");
    }

    String b() {
        return nodes.get(1).url("");
    }

    PackagedApp named(String name) {
        return nodes.get(name.equals("a") ? 0 : 1);
    }

    /** A look into the database from outside. */
    JdbcTemplate database() {
        return new JdbcTemplate(connection);
    }

    long count(String sql) {
        Long count = database().queryForObject("select count(*) " + sql, Long.class);
        return count == null ? -1 : count;
    }

    java.sql.Connection connect() throws java.sql.SQLException {
        return DriverManager.getConnection(url(), "civitas", postgres.password());
    }

    /** A connection as the nodes have them. */
    java.sql.Connection connectAsProgram() throws java.sql.SQLException {
        return DriverManager.getConnection(url(), PROGRAM, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(PackagedApp::close);
        store.close();
        connection.destroy();
        postgres.close();
    }
}
