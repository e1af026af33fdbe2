package org.civitas.platform.backup;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.civitas.platform.backup.Manifest.Migration;
import org.civitas.platform.backup.Manifest.SchemaPart;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Makes a schema as it was when the backup was taken, by running exactly the scripts that had been run then; later
 * scripts run after its rows are in, as they would have at the next start.
 */
final class SchemaBuild {

    private final DataSource database;

    SchemaBuild(DataSource database) {
        this.database = database;
    }

    /** Makes {@code schema}, which must not be there, as {@code part} was. */
    void asOf(SchemaPart part, String schema) {
        String location = location(part);
        for (Migration migration : part.history()) {
            if (SchemaBuild.class.getResource("/" + location + "/" + migration.script()) == null) {
                throw new BackupFault("这个备份是更新版本的程序做的（含有本程序没有的 " + migration.script() + "），请先升级本程序再恢复。");
            }
        }
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .defaultSchema(schema)
                    .schemas(schema)
                    .outOfOrder(true)
                    .resourceProvider(new Scripts(location, part.history()))
                    .load();
            flyway.migrate();
            for (MigrationInfo done : flyway.info().applied()) {
                compare(part, done);
            }
        } catch (FlywayException e) {
            throw new BackupFault("结构 " + schema + " 无法建立：" + e.getMessage(), e);
        }
    }

    /** Brings {@code schema} to the version of this program. */
    void upToDate(SchemaPart part, String schema) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .defaultSchema(schema)
                    .schemas(schema)
                    .locations("classpath:" + location(part))
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BackupFault("结构 " + schema + " 无法升级到本程序的版本：" + e.getMessage(), e);
        }
    }

    private static String location(SchemaPart part) {
        return part.city().isEmpty() ? "db/platform" : "db/city";
    }

    private static void compare(SchemaPart part, MigrationInfo done) {
        for (Migration migration : part.history()) {
            if (migration.script().equals(done.getScript())
                    && !Objects.equals(done.getChecksum(), migration.checksum())) {
                throw new BackupFault("脚本 " + migration.script() + " 与做备份的程序不一致，不能恢复。");
            }
        }
    }

    /** The scripts of a backup's history and no others. */
    private record Scripts(String location, List<Migration> history) implements ResourceProvider {

        @Override
        public @org.jspecify.annotations.Nullable LoadableResource getResource(String name) {
            return history.stream().anyMatch(m -> m.script().equals(name)) ? new Script(location, name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return history.stream()
                    .map(migration -> (LoadableResource) new Script(location, migration.script()))
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String location;
        private final String script;

        Script(String location, String script) {
            this.location = location;
            this.script = script;
        }

        @Override
        public Reader read() {
            InputStream bytes = SchemaBuild.class.getResourceAsStream("/" + location + "/" + script);
            return new InputStreamReader(Objects.requireNonNull(bytes, script), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return location + "/" + script;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return script.substring(script.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return script;
        }
    }
}
