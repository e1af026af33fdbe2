package org.civitas.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.civitas.platform.backup.Manifest.Migration;
import org.civitas.platform.backup.Manifest.SchemaPart;
import org.civitas.platform.backup.Manifest.SequencePart;
import org.civitas.platform.backup.Manifest.TablePart;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes out all tables of all schemas as one snapshot shows them; the server goes on working meanwhile. */
final class DatabaseDump {

    private static final String COLUMNS = """
            select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum
            """;
    private static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and c.relname <> 'flyway_schema_history' order by 1
            """;

    private final Connection snapshot;
    private final JdbcTemplate jdbc;
    private final BackupFolder folder;

    /** @param connection taken over for good: it becomes the snapshot */
    DatabaseDump(Connection connection, BackupFolder folder) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        this.snapshot = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.folder = folder;
        jdbc.execute("set local statement_timeout = 0");
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Transactions counted when the snapshot was taken: none that it shows has a higher number. */
    long xid() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint", Long.class));
    }

    List<SchemaPart> all() throws IOException, SQLException {
        var parts = new ArrayList<SchemaPart>();
        parts.add(schema("platform", ""));
        for (String city : jdbc.queryForList("select code from platform.city order by code", String.class)) {
            parts.add(schema("city_" + city, city));
        }
        return parts;
    }

    private SchemaPart schema(String name, String city) throws IOException, SQLException {
        Files.createDirectories(folder.resolve(name));
        List<Migration> history = jdbc.query(
                "select script, checksum from " + name
                        + ".flyway_schema_history where success and type = 'SQL' order by installed_rank",
                (row, n) -> new Migration(row.getString(1), row.getInt(2)));
        var tables = new ArrayList<TablePart>();
        for (String table : jdbc.queryForList(TABLES, String.class, name)) {
            tables.add(table(name, table));
        }
        return new SchemaPart(name, city, history, tables, sequences(name));
    }

    private TablePart table(String schema, String table) throws IOException, SQLException {
        List<String> columns = jdbc.queryForList(COLUMNS, String.class, schema, table);
        String file = schema + "/" + table + ".copy.gz";
        Path path = folder.resolve(file);
        long rows;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path), 64 * 1024) {
            {
                def.setLevel(java.util.zip.Deflater.BEST_SPEED);
            }
        }) {
            rows = snapshot.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + schema + "." + quoted(table) + " (" + quoted(columns) + ") to stdout", out);
        }
        BackupFolder.force(path);
        return new TablePart(table, columns, rows, file, Files.size(path), BackupFolder.sha256(path));
    }

    private List<SequencePart> sequences(String schema) {
        return jdbc
                .queryForList(
                        "select sequencename from pg_sequences where schemaname = ? order by 1", String.class, schema)
                .stream()
                .map(name -> java.util.Objects.requireNonNull(jdbc.queryForObject(
                        "select last_value, is_called from " + schema + "." + quoted(name),
                        (row, n) -> new SequencePart(name, row.getLong(1), row.getBoolean(2)))))
                .toList();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> quoted(name)).toList());
    }
}
