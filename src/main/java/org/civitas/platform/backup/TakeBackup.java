package org.civitas.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.civitas.platform.store.ObjectStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Takes a backup of database and files while the server goes on working. */
final class TakeBackup {

    /** What came out of it. */
    record Taken(Path folder, Manifest manifest, long databaseBytes, long fileBytes, long rows) {}

    private final DriverManagerDataSource database;
    private final ObjectStore store;
    private final Clock clock;

    TakeBackup(DriverManagerDataSource database, ObjectStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    Taken into(Path target) throws IOException, SQLException {
        Instant at = clock.instant();
        Files.createDirectories(target);
        BackupFolder folder = BackupFolder.begin(target.toAbsolutePath(), at);
        Manifest manifest;
        try (Connection connection = database.getConnection()) {
            var dump = new DatabaseDump(connection, folder);
            long xid = dump.xid();
            List<Manifest.SchemaPart> schemas = dump.all();
            var files = new FileDump(store, folder, dump.jdbc());
            List<Manifest.FileList> lists = files.all(
                    schemas.stream().filter(schema -> !schema.city().isEmpty()).toList());
            manifest = new Manifest(Manifest.FORMAT, BackupProgram.version(), at, xid, schemas, lists, files.missing());
            connection.rollback();
        }
        Path whole = folder.complete(manifest);
        var taken = new Taken(
                whole,
                manifest,
                sum(manifest, Manifest.TablePart::bytes),
                manifest.files().stream().mapToLong(Manifest.FileList::bytes).sum(),
                sum(manifest, Manifest.TablePart::rows));
        remember(taken);
        return taken;
    }

    private static long sum(Manifest manifest, java.util.function.ToLongFunction<Manifest.TablePart> figure) {
        return manifest.schemas().stream()
                .flatMap(schema -> schema.tables().stream())
                .mapToLong(figure)
                .sum();
    }

    private void remember(Taken taken) {
        new JdbcTemplate(database)
                .update(
                        "insert into platform.backup_run (taken_at, ended_at, bytes, place) values (?, ?, ?, ?)",
                        Timestamp.from(taken.manifest().takenAt()),
                        Timestamp.from(clock.instant()),
                        taken.databaseBytes() + taken.fileBytes(),
                        taken.folder().toString());
    }
}
