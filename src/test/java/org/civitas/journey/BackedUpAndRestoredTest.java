package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.civitas.platform.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Written, backed up under load, destroyed, restored, compared; and one city alone, while the program runs. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class BackedUpAndRestoredTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NOT_COMPARED = List.of("platform.session", "platform.backup_run");

    /** The restore writes one line of its own. */
    private static final List<String> AUDIT_OF_THE_RESTORE =
            List.of("city_990100.audit_line", "city_990100 audit_line_id_seq");

    @Test
    void what_was_acknowledged_before_the_backup_is_there_after_all_was_destroyed(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        Path backups = folder.resolve("backups");
        var before = new WriteLedger();
        var during = new WriteLedger();
        try (PackagedApp app = PackagedApp.start(data, true)) {
            writing(app, before, 1, () -> awaitAcknowledged(before, 20));
            writing(app, during, 2, () -> command(data, "backup", backups.toString()));
            command(data, "backup", "--verify", backups.toString());

            app.kill();
            new ProcessHandleOf(data).end();
            byte[] key = Files.readAllBytes(data.resolve("secret.key"));
            FileSystemUtils.deleteRecursively(data);
            command(data, "restore", backups.toString());
            sameInEveryTable(backups, data, folder.resolve("second"));

            app.relaunch();
            assertThat(app.end()).as("a start without the key").isEqualTo(2);
            assertThat(data.resolve("secret.key")).as("a key made anew").doesNotExist();
            Files.write(data.resolve("secret.key"), key);
            app.relaunch();
            app.awaitReady();
            compare(data, before);
            var after = new WriteLedger();
            writing(app, after, 3, () -> awaitAcknowledged(after, 12));
            compare(data, after);
            auditIsSound(data);

            oneCityAlone(app, folder);
        }
    }

    @Test
    void half_a_backup_an_altered_one_and_a_newer_one_are_refused(@TempDir Path folder) throws Exception {
        Path half = Files.createDirectories(folder.resolve("half/20260101T000000Z.part/platform"));
        assertThat(refused(
                        folder.resolve("none"),
                        "restore",
                        half.getParent().getParent().toString()))
                .contains("没有做完的备份");

        Path newer = Files.createDirectories(folder.resolve("newer/20260101T000000Z"));
        Files.writeString(
                newer.resolve("manifest.json"),
                "{\"format\":99,\"program\":\"9\",\"takenAt\":\"2026-01-01T00:00:00Z\",\"xid\":1,"
                        + "\"schemas\":[],\"files\":[],\"missing\":0}");
        assertThat(refused(folder.resolve("none"), "restore", newer.getParent().toString()))
                .contains("请先升级本程序");

        Files.writeString(newer.resolve("manifest.json"), manifestWith("V99__of_a_later_program.sql"));
        assertThat(refused(folder.resolve("none"), "restore", newer.getParent().toString()))
                .contains("请先升级本程序");
    }

    private static String manifestWith(String script) {
        return "{\"format\":1,\"program\":\"9\",\"takenAt\":\"2026-01-01T00:00:00Z\",\"xid\":1,\"schemas\":"
                + "[{\"name\":\"platform\",\"city\":\"\",\"history\":[{\"script\":\"" + script
                + "\",\"checksum\":1}],\"tables\":[],\"sequences\":[]}],\"files\":[],\"missing\":0}";
    }

    /** Clients write while {@code meanwhile} is done. */
    private static void writing(PackagedApp app, WriteLedger ledger, long seed, Doing meanwhile) throws Exception {
        var goesOn = new AtomicBoolean(true);
        List<WritingClient> clients = WritingClients.of(app, ledger, seed, goesOn::get);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients.size())) {
            clients.forEach(pool::submit);
            try {
                meanwhile.now();
            } finally {
                goesOn.set(false);
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            clients.forEach(client -> client.api.close());
        }
        assertThat(ledger.faults()).isEmpty();
    }

    private static void awaitAcknowledged(WriteLedger ledger, int many) {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (ledger.acknowledged() < many && System.nanoTime() < limit) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    private static void compare(Path data, WriteLedger ledger) throws Exception {
        try (StoredWrites stored = new StoredWrites(data)) {
            StoredWrites.Faults faults = stored.against(ledger);
            assertThat(faults.lost()).isEmpty();
            assertThat(faults.doubled()).isEmpty();
            assertThat(faults.half()).isEmpty();
        }
        assertThat(ledger.acknowledged()).isGreaterThan(8);
    }

    /** A backup of what was restored has, table by table, the rows of the backup that it came from. */
    private static void sameInEveryTable(Path first, Path data, Path second) throws Exception {
        command(data, "backup", second.toString());
        Map<String, String> was = tables(first);
        assertThat(was).hasSizeGreaterThan(50);
        Map<String, String> is = tables(second);
        restoreIsAudited(data);
        AUDIT_OF_THE_RESTORE.forEach(was::remove);
        AUDIT_OF_THE_RESTORE.forEach(is::remove);
        assertThat(is).isEqualTo(was);
        assertThat(files(second)).isEqualTo(files(first)).isNotEmpty();
    }

    private static void restoreIsAudited(Path data) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(data, Map.of());
        try (StoredWrites stored = new StoredWrites(data)) {
            assertThat(stored.restores()).hasSize(1);
        } finally {
            server.close();
        }
    }

    /** Number and hash of the rows of each table, in whatever order they lie there; and the sequences. */
    private static Map<String, String> tables(Path backups) throws IOException {
        var found = new TreeMap<String, String>();
        for (JsonNode schema : manifest(backups).get("schemas")) {
            String name = schema.get("name").asString();
            for (JsonNode table : schema.get("tables")) {
                Path file = youngest(backups).resolve(table.get("file").asString());
                found.put(
                        name + "." + table.get("name").asString(),
                        table.get("rows").asString() + " " + rows(file));
            }
            for (JsonNode sequence : schema.get("sequences")) {
                found.put(name + " " + sequence.get("name").asString(), sequence.toString());
            }
        }
        NOT_COMPARED.forEach(found::remove);
        return found;
    }

    private static int rows(Path file) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().sorted().toList().hashCode();
        }
    }

    private static List<String> files(Path backups) throws IOException {
        var found = new ArrayList<String>();
        manifest(backups)
                .get("files")
                .forEach(list -> found.add(list.get("space").asString() + list.get("sha256")));
        return found;
    }

    private static JsonNode manifest(Path backups) throws IOException {
        return JSON.readTree(Files.readAllBytes(youngest(backups).resolve("manifest.json")));
    }

    private static Path youngest(Path backups) throws IOException {
        try (var folders = Files.list(backups)) {
            return folders.filter(path -> Files.exists(path.resolve("manifest.json")))
                    .sorted()
                    .reduce((older, younger) -> younger)
                    .orElseThrow();
        }
    }

    /** A further city is opened and both are written in; one goes back, the other keeps what came later. */
    private static void oneCityAlone(PackagedApp app, Path folder) throws Exception {
        Path backups = folder.resolve("city-backups");
        try (ApiClient admin = WritingClients.as(app, "admin");
                ApiClient office = WritingClients.as(app, "office1")) {
            assertThat(admin.post(
                                    "/api/cities",
                                    Map.of(
                                            "cityCode", "980200",
                                            "cityName", "邻市",
                                            "account", "neighbour",
                                            "name", "邻市管理员",
                                            "password", "Quiet-River-2026x"))
                            .status())
                    .isLessThan(300);
            String kept = report(office);
            command(app.data(), "backup", backups.toString());
            String gone = report(office);
            headIsWritten(app);

            try (StoredWrites stored = new StoredWrites(app.data())) {
                stored.note("city_980200", "邻市后来写的");
            }
            auditIsSound(app.data());
            command(app.data(), "restore", backups.toString(), "--city", "990100");
            ProgramCommand verified = ProgramCommand.verifyAudit(app.data());
            assertThat(verified.end()).as(verified.said()).isEqualTo(3);
            assertThat(verified.said()).contains("记有一次恢复", "现在不在这条链上").doesNotContain("截去");

            try (ApiClient again = WritingClients.as(app, "office1")) {
                assertThat(again.get("/api/cases/" + kept).status()).isEqualTo(200);
                assertThat(again.get("/api/cases/" + gone).status()).isEqualTo(404);
                assertThat(again.get("/api/cases/" + report(again)).status()).isEqualTo(200);
            }
            try (StoredWrites stored = new StoredWrites(app.data())) {
                assertThat(stored.noted("city_980200")).contains("邻市后来写的");
                assertThat(stored.schemas()).containsExactlyInAnyOrder("city_980200", "city_990100", "platform");
            }
        }
    }

    private static void headIsWritten(PackagedApp app) {
        try (ApiClient auditor = WritingClients.as(app, "audit")) {
            assertThat(auditor.post("/api/audit-heads", Map.of()).status()).isEqualTo(200);
        }
    }

    private static String report(ApiClient office) {
        ApiClient.Answer answer = office.post(
                "/api/cases",
                Map.of(
                        "requestId", UUID.randomUUID().toString(),
                        "typeCode", "L030",
                        "description", "恢复演练",
                        "areaCode", "990101"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().get("caseId").asString();
    }

    private static void command(Path data, String... words) throws IOException, InterruptedException {
        ProgramCommand done = ProgramCommand.backup(data, words);
        System.out.print(done.said());
        assertThat(done.end()).as(done.said()).isZero();
    }

    private static String refused(Path data, String... words) throws IOException, InterruptedException {
        ProgramCommand done = ProgramCommand.backup(data, words);
        assertThat(done.end()).isNotZero();
        return done.said();
    }

    private static void auditIsSound(Path data) throws IOException, InterruptedException {
        ProgramCommand done = ProgramCommand.verifyAudit(data);
        assertThat(done.end()).as(done.said()).isZero();
    }

    /** Something to do that may fail. */
    private interface Doing {
        void now() throws Exception;
    }

    /** The database that a killed program left running on a folder. */
    private record ProcessHandleOf(Path data) {
        void end() throws IOException {
            Path pid = data.resolve("pg/postmaster.pid");
            if (Files.exists(pid)) {
                ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pid).getFirst().strip()))
                        .ifPresent(postmaster -> {
                            postmaster.destroyForcibly();
                            postmaster.onExit().join();
                        });
            }
        }
    }
}
