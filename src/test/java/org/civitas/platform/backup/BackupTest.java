package org.civitas.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.civitas.platform.database.DatabaseAccess;
import org.civitas.platform.database.DatabaseSettings;
import org.civitas.platform.database.EmbeddedPostgres;
import org.civitas.platform.store.ObjectStore;
import org.civitas.testing.S3Server;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A small system with its own database and folder of files, backed up; an altered backup is refused, a sound one is restored
 * to an external server and an S3 store, and back from there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final String CITY = "city_990100";
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;
    private static S3Server s3;
    private static ConfigurableApplicationContext embedded;
    private static ConfigurableApplicationContext external;
    private static String key;

    @BeforeAll
    static void aSystemAndItsBackup() throws Exception {
        Path home = folder.resolve("embedded");
        server = EmbeddedPostgres.start(home, Map.of());
        s3 = S3Server.start(folder.resolve("s3"), "files");
        embedded = ground("--CIVITAS_DATA=" + home);
        external = ground(
                "--CIVITAS_DATA=" + folder.resolve("node"),
                "--CIVITAS_DB_URL=" + server.jdbcUrl("outside"),
                "--CIVITAS_DB_USER=outside",
                "--CIVITAS_DB_PASSWORD=outside",
                "--CIVITAS_S3_ENDPOINT=" + s3.endpoint(),
                "--CIVITAS_S3_BUCKET=files",
                "--CIVITAS_S3_ACCESS_KEY=" + S3Server.ACCESS_KEY,
                "--CIVITAS_S3_SECRET_KEY=" + S3Server.SECRET_KEY);
        key = embedded.getBean(ObjectStore.class)
                .put(CITY, new ByteArrayInputStream(PICTURE), 1_000)
                .sha256();
        fill(new DriverManagerDataSource(server.jdbcUrl("postgres"), "civitas", server.password()));
        run(embedded, "backup", folder.resolve("backups").toString());
    }

    private static void fill(DriverManagerDataSource database) {
        var jdbc = new JdbcTemplate(database);
        jdbc.execute("create role outside login password 'outside'");
        jdbc.execute("create database outside owner outside");
        migrate(database, "platform", "db/platform");
        jdbc.update("insert into platform.city (code, name, created_at) values ('990100', '云川市', now())");
        migrate(database, CITY, "db/city");
        jdbc.update("""
                insert into city_990100.picture (id, original_sha256, shown_sha256, content_type, bytes, width, height, area_code,
                    uploaded_at) values (gen_random_uuid(), ?, ?, 'image/png', 9, 1, 1, '9901', now())
                """, key, key);
        jdbc.update("""
                insert into city_990100.audit_line (at, account_name, action, subject_kind, subject_id, details)
                select now(), '系统', 'test.line', 'thing', n::text, '{}' from generate_series(1, 50) n
                """);
    }

    private static void migrate(DriverManagerDataSource database, String schema, String scripts) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema(schema)
                .schemas(schema)
                .locations("classpath:" + scripts)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static ConfigurableApplicationContext ground(String... settings) {
        return new SpringApplicationBuilder(BackupProgram.Ground.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings);
    }

    private static void run(ConfigurableApplicationContext ground, String... words) throws Exception {
        BackupProgram.run(new ArrayList<>(List.of(words)), ground);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(EmbeddedPostgres.RESTORE_UNDER_WAY);
        embedded.close();
        external.close();
        s3.close();
        server.close();
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "a byte of a table",
                "the end of a table",
                "a table",
                "a byte of a file",
                "a file",
                "a key in a list of files",
                "a figure in the manifest",
                "the end of the manifest",
                "the hash of the manifest"
            })
    void a_backup_in_which_something_was_changed_or_is_missing_is_refused_before_anything_is_written(String what)
            throws Exception {
        Path copy = folder.resolve("altered " + what);
        FileSystemUtils.copyRecursively(folder.resolve("backups"), copy);
        Path backup = youngest(copy);
        String words = alter(what, copy, backup);
        assertThatThrownBy(() -> run(external, "restore", copy.toString()))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> run(external, "restore", copy.toString(), "--city", "990100"))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> run(external, "backup", "--verify", copy.toString()))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining(words);
        assertThat(schemas(external)).isEmpty();
        assertThat(folder.resolve("node")).doesNotExist();
        try (Stream<Path> stored = Files.walk(s3.folderOf("files"))) {
            assertThat(stored.filter(path -> path.toString().contains(CITY))).isEmpty();
        }
    }

    /** Answers what the refusal must say. */
    private static String alter(String what, Path target, Path backup) throws IOException {
        Path table = backup.resolve(CITY).resolve("audit_line.copy.gz");
        Path file = target.resolve("files")
                .resolve(CITY)
                .resolve(key.substring(0, 2))
                .resolve(key);
        Path manifest = backup.resolve("manifest.json");
        return switch (what) {
            case "a byte of a table" -> changed(table, bytes -> bytes[bytes.length / 2] ^= 1);
            case "the end of a table" -> cut(table, "内容被改动");
            case "a table" -> deleted(table);
            case "a byte of a file" -> changed(file, bytes -> bytes[3] ^= 1);
            case "a file" -> deleted(file);
            case "a key in a list of files" ->
                changed(backup.resolve(CITY + ".files"), bytes -> bytes[3] = (byte) (bytes[3] == 'a' ? 'b' : 'a'));
            case "a figure in the manifest" -> {
                Files.writeString(
                        manifest, Files.readString(manifest).replaceFirst("\"rows\" : \\d+", "\"rows\" : 77"));
                yield "备份清单被改动";
            }
            case "the end of the manifest" -> cut(manifest, "备份清单读不出来");
            case "the hash of the manifest" -> deleted(backup.resolve("manifest.json.sha256"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private interface Change {
        void of(byte[] bytes);
    }

    private static String changed(Path file, Change change) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] before = bytes.clone();
        change.of(bytes);
        assertThat(Arrays.equals(before, bytes)).isFalse();
        Files.write(file, bytes);
        return "内容被改动 " + file;
    }

    private static String cut(Path file, String words) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        return words;
    }

    private static String deleted(Path file) throws IOException {
        Files.delete(file);
        return "缺少 " + file;
    }

    @Test
    @Order(2)
    void an_embedded_system_is_restored_to_an_external_server_and_an_s3_store_and_back() throws Exception {
        run(external, "restore", folder.resolve("backups").toString());
        assertThat(schemas(external)).containsExactly(CITY, "platform");
        assertSame(external);
        assertThatThrownBy(
                        () -> run(external, "restore", folder.resolve("backups").toString()))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("数据库里已有数据");

        run(external, "backup", folder.resolve("outside").toString());
        run(external, "restore", folder.resolve("outside").toString(), "--city", "990100");
        assertThat(schemas(external)).containsExactly(CITY, "platform");
        assertSame(external);

        try (ConfigurableApplicationContext fresh = ground("--CIVITAS_DATA=" + folder.resolve("fresh"))) {
            run(fresh, "restore", folder.resolve("outside").toString());
            assertSame(fresh);
        }
        assertThat(Files.readString(folder.resolve("fresh/audit-heads/990100.jsonl")))
                .contains("\"cause\":\"restore\"");
    }

    private static void assertSame(ConfigurableApplicationContext ground) throws Exception {
        try (DatabaseAccess access = DatabaseAccess.open(ground.getBean(DatabaseSettings.class))) {
            var jdbc = new JdbcTemplate(new DriverManagerDataSource(access.url(), access.user(), access.password()));
            assertThat(jdbc.queryForList(
                            "select subject_id from city_990100.audit_line where action = 'test.line' order by id",
                            String.class))
                    .hasSize(50)
                    .startsWith("1", "2", "3");
            assertThat(jdbc.queryForList("select original_sha256 from city_990100.picture", String.class))
                    .containsExactly(key);
            assertThat(jdbc.queryForList(
                            "select details->>'backup' from city_990100.audit_line where action = 'city.restore'",
                            String.class))
                    .isNotEmpty()
                    .doesNotContainNull();
            assertThat(jdbc.queryForList("select name from platform.city", String.class))
                    .containsExactly("云川市");
        }
        try (var bytes = ground.getBean(ObjectStore.class).open(CITY, key).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    private static List<String> schemas(ConfigurableApplicationContext ground) {
        var settings = ground.getBean(DatabaseSettings.class);
        return new JdbcTemplate(new DriverManagerDataSource(settings.dbUrl(), settings.dbUser(), settings.dbPassword()))
                .queryForList(
                        "select nspname from pg_namespace where nspname ~ '^(city|platform|restore)' order by 1",
                        String.class);
    }

    private static Path youngest(Path backups) {
        try (Stream<Path> found = Files.list(backups)) {
            return found.filter(path -> Files.exists(path.resolve("manifest.json")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
