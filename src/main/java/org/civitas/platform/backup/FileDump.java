package org.civitas.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.civitas.platform.backup.Manifest.FileList;
import org.civitas.platform.store.ObjectStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies the files that the snapshot refers to: every text column of a city whose name ends in {@code sha256} holds keys
 * of files. What an earlier backup in the same place has is not copied again.
 */
final class FileDump {

    private static final String REFERRING = """
            select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and a.attname like '%sha256' and a.atttypid = 'text'::regtype
              and not a.attisdropped
            order by 1, 2
            """;

    private final ObjectStore store;
    private final BackupFolder folder;
    private final JdbcTemplate snapshot;
    private int missing;

    FileDump(ObjectStore store, BackupFolder folder, JdbcTemplate snapshot) {
        this.store = store;
        this.folder = folder;
        this.snapshot = snapshot;
    }

    /** Files that are referred to and not in the store. */
    int missing() {
        return missing;
    }

    List<FileList> all(List<Manifest.SchemaPart> cities) throws IOException {
        var lists = new ArrayList<FileList>();
        for (Manifest.SchemaPart city : cities) {
            var wanted = new TreeSet<String>();
            snapshot.query(
                    REFERRING,
                    row -> {
                        wanted.addAll(keys(city.name(), row.getString(1), row.getString(2)));
                    },
                    city.name());
            lists.addAll(ofCity(city.name(), wanted));
        }
        return lists;
    }

    private List<String> keys(String schema, String table, String column) {
        return snapshot.queryForList(
                "select distinct " + DatabaseDump.quoted(column) + " from " + schema + "." + DatabaseDump.quoted(table)
                        + " where " + DatabaseDump.quoted(column) + " ~ '^[0-9a-f]{64}$'",
                String.class);
    }

    private List<FileList> ofCity(String space, TreeSet<String> wanted) throws IOException {
        var own = new ArrayList<String>();
        var imports = new ArrayList<String>();
        for (String key : wanted) {
            if (copied(space, key)) {
                own.add(key);
            } else if (copied(space + "-imports", key)) {
                imports.add(key);
            } else {
                missing++;
            }
        }
        return List.of(list(space, own), list(space + "-imports", imports));
    }

    private boolean copied(String space, String key) throws IOException {
        Path target = folder.fileOf(space, key);
        if (Files.exists(target)) {
            return true;
        }
        Optional<InputStream> bytes = store.open(space, key);
        if (bytes.isEmpty()) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(UUID.randomUUID() + ".part");
        try (InputStream in = bytes.get()) {
            Files.copy(in, half);
            BackupFolder.force(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        return true;
    }

    private FileList list(String space, List<String> keys) throws IOException {
        String file = space + ".files";
        Path path = folder.resolve(file);
        Files.writeString(path, String.join("\n", keys), StandardCharsets.US_ASCII);
        long bytes = 0;
        for (String key : keys) {
            bytes += Files.size(folder.fileOf(space, key));
        }
        return new FileList(space, keys.size(), bytes, file, BackupFolder.sha256(path));
    }
}
