package org.civitas.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.civitas.platform.backup.Manifest.SchemaPart;
import org.civitas.platform.backup.Manifest.TablePart;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts the rows of a backup into a schema that is as it was then, in one transaction. Foreign keys are taken off and put
 * on again, which checks every row; triggers rest, for what they guard or add is in the rows already.
 */
final class SchemaLoad {

    /** Who was signed in then is not signed in now. */
    private static final Set<String> LEFT_OUT = Set.of("session", "sign_in_challenge");

    private record Constraint(String table, String name, String definition) {}

    private record Trigger(String table, String name, String enabled) {}

    private final Connection connection;
    private final JdbcTemplate jdbc;
    private final BackupFolder folder;

    SchemaLoad(Connection connection, BackupFolder folder) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.folder = folder;
    }

    void load(SchemaPart part, String schema) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            jdbc.execute("set local search_path to " + schema);
            List<Constraint> keys = foreignKeys(schema);
            keys.forEach(key -> jdbc.execute("alter table " + DatabaseDump.quoted(key.table()) + " drop constraint "
                    + DatabaseDump.quoted(key.name())));
            List<Trigger> triggers = triggers(schema);
            triggers.stream()
                    .map(Trigger::table)
                    .distinct()
                    .forEach(table ->
                            jdbc.execute("alter table " + DatabaseDump.quoted(table) + " disable trigger user"));
            for (TablePart table : part.tables()) {
                fill(table);
            }
            part.sequences()
                    .forEach(sequence -> jdbc.queryForObject(
                            "select setval(quote_ident(?)::regclass, ?, ?)",
                            Long.class,
                            sequence.name(),
                            sequence.last(),
                            sequence.called()));
            triggers.forEach(trigger -> jdbc.execute("alter table " + DatabaseDump.quoted(trigger.table())
                    + mode(trigger.enabled()) + DatabaseDump.quoted(trigger.name())));
            keys.forEach(key -> jdbc.execute("alter table " + DatabaseDump.quoted(key.table()) + " add constraint "
                    + DatabaseDump.quoted(key.name()) + " " + key.definition()));
            connection.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        part.tables().forEach(table -> jdbc.execute("analyze " + schema + "." + DatabaseDump.quoted(table.name())));
    }

    private void fill(TablePart table) throws SQLException, IOException {
        String name = DatabaseDump.quoted(table.name());
        jdbc.execute("delete from " + name);
        if (LEFT_OUT.contains(table.name())) {
            return;
        }
        long rows;
        try (InputStream in = new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(table.file()))), 64 * 1024)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " (" + DatabaseDump.quoted(table.columns()) + ") from stdin", in);
        }
        if (rows != table.rows()) {
            throw new BackupFault("表 " + table.name() + " 应有 " + table.rows() + " 行，只装入 " + rows + " 行。");
        }
    }

    private List<Constraint> foreignKeys(String schema) {
        return jdbc.query(
                """
                select c.relname, k.conname, pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and k.contype = 'f' order by 1, 2
                """, (row, n) -> new Constraint(row.getString(1), row.getString(2), row.getString(3)), schema);
    }

    private List<Trigger> triggers(String schema) {
        return jdbc.query("""
                select c.relname, t.tgname, t.tgenabled::text
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and not t.tgisinternal order by 1, 2
                """, (row, n) -> new Trigger(row.getString(1), row.getString(2), row.getString(3)), schema);
    }

    private static String mode(String enabled) {
        return switch (enabled) {
            case "D" -> " disable trigger ";
            case "A" -> " enable always trigger ";
            case "R" -> " enable replica trigger ";
            default -> " enable trigger ";
        };
    }
}
