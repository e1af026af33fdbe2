package org.civitas.journey;

import static org.civitas.journey.WriteLedger.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is in the database and in the folder of files, looked at past the program. */
final class StoredWrites implements AutoCloseable {

    private static final String CITY = "city_990100";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What is at fault, in words; all empty when nothing was lost, doubled or left half done. */
    record Faults(List<String> lost, List<String> doubled, List<String> half) {}

    private final Path data;
    private final Connection connection;
    private final JdbcTemplate jdbc;

    StoredWrites(Path data) throws SQLException, IOException {
        this.data = data;
        List<String> postmaster = Files.readAllLines(data.resolve("pg/postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/postgres";
        String secret = Files.readString(data.resolve("db.secret")).strip();
        this.connection = DriverManager.getConnection(url + "?currentSchema=" + CITY, "civitas", secret);
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    Faults against(WriteLedger ledger) throws IOException {
        awaitFeed();
        var lost = new ArrayList<String>();
        lost.addAll(missing(ledger.acknowledged(Kind.CASE), "case", "select request_id::text from case_step"));
        lost.addAll(missing(ledger.acknowledged(Kind.STEP), "step", "select request_id::text from case_step"));
        lost.addAll(missing(ledger.acknowledged(Kind.VISIT), "visit", "select id::text from visit"));
        lost.addAll(missing(ledger.acknowledged(Kind.PICTURE), "picture", "select id::text from picture"));
        lost.addAll(missing(
                ledger.acknowledged(Kind.IMPORT),
                "import",
                "select distinct split_part(code, '-', 1) from site where code like 'K%-%'"));
        lost.addAll(missing(ledger.acknowledged(Kind.WORK), "work", "select id::text from work where state = 'DONE'"));
        return new Faults(lost, doubled(), half());
    }

    private List<String> missing(Set<String> acknowledged, String what, String stored) {
        var absent = new TreeSet<>(acknowledged);
        absent.removeAll(Set.copyOf(jdbc.queryForList(stored, String.class)));
        return absent.stream().map(id -> what + " " + id).toList();
    }

    private List<String> doubled() {
        var found = new ArrayList<String>();
        found.addAll(named(
                "cases",
                "select description from case_file where description like '断电演练 %' group by 1 having count(*) > 1"));
        found.addAll(named("visits", "select remark from visit where remark <> '' group by 1 having count(*) > 1"));
        found.addAll(
                named(
                        "steps",
                        "select words from case_step where command = 'ACCEPT' and words ~ '^[0-9a-f-]{36}$' group by 1 having count(*) > 1"));
        found.addAll(
                named(
                        "pictures",
                        "select original_sha256 from picture where account_id is not null and bytes < 20000 group by 1 having count(*) > 1"));
        found.addAll(named("findings", """
                select s.case_id::text || ' ' || s.seq from case_step s where s.command = 'SEE_AGAIN'
                group by s.request_id, s.case_id, s.seq having count(*) > 1
                """));
        return found;
    }

    private List<String> half() throws IOException {
        var found = new ArrayList<String>();
        found.addAll(named("case without its timeline", """
                select c.number from case_file c where not exists (select 1 from case_step s where s.case_id = c.id and s.seq = 1)
                """));
        found.addAll(named("case without its one audit line", """
                select c.number from case_file c left join audit_line a
                    on a.subject_id = c.id::text and a.action in ('case.report', 'case.find')
                where c.description like '断电演练 %' group by c.number having count(a.id) <> 1
                """));
        found.addAll(named("step without its one audit line", """
                select s.case_id::text from case_step s left join audit_line a
                    on a.subject_id = s.case_id::text and a.action = 'case.accept'
                where s.command = 'ACCEPT' and s.words ~ '^[0-9a-f-]{36}$' group by s.case_id, s.seq having count(a.id) <> 1
                """));
        found.addAll(named("visit without all its observations", """
                select v.id::text from visit v left join observation o on o.visit_id = v.id
                where v.remark = v.id::text group by v.id having count(o.id) <> %d
                """.formatted(WritingClients.OBSERVATIONS)));
        found.addAll(named("finding without its case", """
                select o.id::text from observation o join visit v on v.id = o.visit_id and v.remark = v.id::text
                where o.failed and not exists (select 1 from case_source c where c.source_id = o.id)
                """));
        found.addAll(named("picture without its one audit line", """
                select p.id::text from picture p left join audit_line a
                    on a.subject_id = p.id::text and a.action = 'media.keep'
                where p.account_id is not null and p.bytes < 20000 group by p.id having count(a.id) <> 1
                """));
        found.addAll(named("import of part of its rows", """
                select split_part(code, '-', 1) from site where code like 'K%%-%%' group by 1 having count(*) <> %d
                """.formatted(WritingClients.ROWS)));
        found.addAll(filesMissing());
        found.addAll(leftBehind());
        return found;
    }

    private List<String> named(String what, String sql) {
        return jdbc.queryForList(sql, String.class).stream()
                .map(one -> what + " " + one)
                .toList();
    }

    private List<String> filesMissing() throws IOException {
        var found = new ArrayList<String>();
        for (String key : jdbc.queryForList("""
                select unnest(array[original_sha256, shown_sha256, thumbnail_sha256]) from picture
                where account_id is not null and bytes < 20000
                """, String.class)) {
            Path file = data.resolve("files")
                    .resolve(CITY)
                    .resolve(key.substring(0, 2))
                    .resolve(key.substring(2, 4))
                    .resolve(key);
            if (!Files.exists(file) || !sha256(file).equals(key)) {
                found.add("file missing or altered: " + key);
            }
        }
        return found;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files that a killed upload left half written; the program takes them away when it starts. */
    private List<String> leftBehind() throws IOException {
        Path incoming = data.resolve("files").resolve(CITY).resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (var files = Files.list(incoming)) {
            return files.map(file -> "left in incoming: " + file.getFileName()).toList();
        }
    }

    /** Findings become cases a second or two later; the consumer must have got over the interruption. */
    private void awaitFeed() {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit && waiting() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private int waiting() {
        return java.util.Objects.requireNonNull(jdbc.queryForObject("""
                select count(*) from observation o join visit v on v.id = o.visit_id and v.remark = v.id::text
                where o.failed and not exists (select 1 from case_source c where c.source_id = o.id)
                """, Integer.class));
    }

    /** Writes something into a city past the program. */
    void note(String city, String words) {
        jdbc.update(
                "insert into " + city + ".setting (name, value, changed_at) values (?, to_jsonb(?::text), now())",
                words,
                words);
    }

    List<String> noted(String city) {
        return jdbc.queryForList("select name from " + city + ".setting", String.class);
    }

    List<String> schemas() {
        return jdbc.queryForList(
                "select nspname from pg_namespace where nspname ~ '^(city|platform|restore)'", String.class);
    }

    /** The audit lines of restores. */
    List<String> restores() {
        return jdbc.queryForList("select details::text from audit_line where action = 'city.restore'", String.class);
    }

    int cases() {
        return java.util.Objects.requireNonNull(jdbc.queryForObject("select count(*) from case_file", Integer.class));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
