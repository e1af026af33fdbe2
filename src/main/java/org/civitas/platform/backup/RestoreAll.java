package org.civitas.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.civitas.platform.store.ObjectStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Puts a whole backup into an empty database and the store of files. */
final class RestoreAll {

    private final DriverManagerDataSource database;
    private final ObjectStore store;

    RestoreAll(DriverManagerDataSource database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    /** @param heads folder of the head files of the audit chain */
    void from(BackupFolder folder, Manifest manifest, Path heads, Clock clock) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            requireEmpty(jdbc);
            TransactionCount.raise(jdbc, manifest.xid());
            for (Manifest.SchemaPart part : manifest.schemas()) {
                new SchemaBuild(database).asOf(part, part.name());
                new SchemaLoad(connection, folder).load(part, part.name());
            }
            var chain = new ChainAtRestore(jdbc, heads, clock.instant());
            for (Manifest.SchemaPart city : manifest.cities()) {
                chain.record(city.name(), city.city(), manifest.takenAt(), null);
                chain.note(city.name(), city.city());
            }
        }
        files(folder, manifest.files());
    }

    private static void requireEmpty(JdbcTemplate jdbc) {
        List<String> found = jdbc.queryForList(
                "select nspname from pg_namespace where nspname = 'platform' or nspname ~ '^city_[0-9]{6}$'",
                String.class);
        if (!found.isEmpty()) {
            throw new BackupFault("数据库里已有数据（" + String.join("、", found) + "），整体恢复只能恢复到空的数据目录或空的数据库。");
        }
    }

    void files(BackupFolder folder, List<Manifest.FileList> lists) throws IOException {
        for (Manifest.FileList list : lists) {
            for (String key : Files.readAllLines(folder.resolve(list.file()))) {
                if (key.isBlank() || store.has(list.space(), key)) {
                    continue;
                }
                try (InputStream in = Files.newInputStream(folder.fileOf(list.space(), key))) {
                    store.put(list.space(), in, Long.MAX_VALUE);
                }
            }
        }
    }
}
