package org.civitas.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.civitas.platform.audit.chain.ChainHead;
import org.civitas.platform.backup.Manifest.SchemaPart;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Replaces one city by what it was when the backup was taken; the other cities are not touched, and the program may run.
 *
 * <p>The city is built beside the old one and changes places with it in one transaction that waits for whoever is at
 * work in the old one. Everybody of the city signs in again.
 */
final class RestoreCity {

    private static final String GROUND = "restore_platform";

    private final DriverManagerDataSource database;
    private final Path heads;
    private final Clock clock;

    /** @param heads folder of the head files of the audit chain */
    RestoreCity(DriverManagerDataSource database, Path heads, Clock clock) {
        this.database = database;
        this.heads = heads;
        this.clock = clock;
    }

    void from(BackupFolder folder, Manifest manifest, String city) throws SQLException, IOException {
        SchemaPart part = manifest.schema("city_" + city);
        SchemaPart platform = manifest.schema("platform");
        String beside = part.name() + "_restored";
        try (Connection connection = database.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            TransactionCount.raise(jdbc, manifest.xid());
            drop(jdbc, beside, GROUND, part.name() + "_replaced");
            var build = new SchemaBuild(database);
            for (var made : List.of(new Made(part, beside), new Made(platform, GROUND))) {
                build.asOf(made.part(), made.schema());
                new SchemaLoad(connection, folder).load(made.part(), made.schema());
                build.upToDate(made.part(), made.schema());
            }
            requireSameKey(jdbc, beside);
            changePlaces(connection, jdbc, part.name(), beside, city, manifest);
            new ChainAtRestore(jdbc, heads, clock.instant()).note(part.name(), city);
            drop(jdbc, GROUND, part.name() + "_replaced");
        }
    }

    /** Telephone numbers and authenticators of another installation's key could never be read here. */
    private static void requireSameKey(JdbcTemplate jdbc, String beside) {
        if (Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from " + GROUND
                        + ".secret_mark b join platform.secret_mark h on h.mark <> b.mark)",
                Boolean.class))) {
            drop(jdbc, beside, GROUND);
            throw new BackupFault("这份备份来自用另一把密钥的系统，其中的手机号码和验证器在这里读不出来，没有恢复。请在那套系统里恢复，或整体恢复并使用它的 secret.key。");
        }
    }

    private record Made(SchemaPart part, String schema) {}

    private void changePlaces(
            Connection connection, JdbcTemplate jdbc, String schema, String beside, String city, Manifest manifest)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            jdbc.execute("set local lock_timeout = '60s'");
            boolean there = Boolean.TRUE.equals(jdbc.queryForObject(
                    "select exists(select 1 from pg_namespace where nspname = ?)", Boolean.class, schema));
            if (there) {
                lock(jdbc, schema);
            }
            var chain = new ChainAtRestore(jdbc, heads, clock.instant());
            ChainHead replaced = there ? chain.end(schema) : null;
            new CityRows(jdbc, GROUND).replace(city);
            if (there) {
                jdbc.execute("alter schema " + schema + " rename to " + schema + "_replaced");
            }
            jdbc.execute("alter schema " + beside + " rename to " + schema);
            chain.record(schema, city, manifest.takenAt(), replaced);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Whoever writes in the city comes to an end first; whoever comes now finds the restored one. */
    private static void lock(JdbcTemplate jdbc, String schema) {
        List<String> tables = jdbc.queryForList("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind = 'r' order by 1
                """, String.class, schema);
        jdbc.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
    }

    private static void drop(JdbcTemplate jdbc, String... schemas) {
        for (String schema : schemas) {
            jdbc.execute("drop schema if exists " + schema + " cascade");
        }
    }
}
