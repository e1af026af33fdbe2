import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Two million audit lines: how fast they are chained, checked and found. */
final class Audit {

    private static final long LINES = 2_000_000;
    private static final int PART = 20_000;

    private Audit() {}

    static void measure(Path folder, int port, boolean quick) throws Exception {
        try (Program program = Program.start(folder, port, Map.of(), false)) {
            program.awaitPage(180);
            try (Connection connection = open(folder)) {
                seal(connection);
                Api api = Api.signedIn(port, "audit");
                verify(api);
                search(api, quick ? 9 : 31);
                explain(connection);
            }
        }
    }

    private static Connection open(Path folder) throws IOException, SQLException {
        String port = Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(3).strip();
        String password = Files.readString(folder.resolve("db.secret")).strip();
        Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "civitas", password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to city_990100");
        }
        return connection;
    }

    /** Writes what is missing to two million, in transactions of twenty thousand, and waits until all is linked. */
    private static void seal(Connection connection) throws SQLException {
        long there = number(connection, "select count(*) from audit_line");
        long sealed = number(connection, "select number from audit_chain");
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (long from = there; from < LINES; from += PART) {
                statement.execute(lines(from, Math.min(LINES, from + PART)));
            }
        }
        double written = (System.nanoTime() - start) / 1e9;
        while (number(connection, "select number from audit_chain") < LINES) {
            LockSupport.parkNanos(100_000_000);
        }
        double all = (System.nanoTime() - start) / 1e9;
        if (there < LINES) {
            Bench.figure("audit.write.per_s", (LINES - there) / written, "/s");
            Bench.figure("audit.seal.per_s", (LINES - sealed) / all, "/s");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze audit_search");
            statement.execute("vacuum analyze audit_line");
            statement.execute("vacuum analyze audit_seal");
        }
    }

    private static String lines(long from, long to) {
        return """
                insert into audit_line (at, account_id, account_name, action, subject_kind, subject_id, details, trace)
                select timestamptz '2025-01-01' + n * interval '20 seconds', md5('a' || n %% 400)::uuid, '经办人' || n %% 400,
                       (array['case.sign','case.submit','case.verify','case.dispatch','visit.submit','export.cases','session.open'])[1 + n %% 7],
                       (array['case','case','case','case','visit','export','account'])[1 + n %% 7],
                       md5('s' || n / 8)::uuid::text,
                       jsonb_build_object('number', 'YC-' || n / 8, 'reason', '第' || n %% 977 || '号路段路面保洁不到位', 'n', n),
                       substr(md5('t' || n / 2), 1, 13)
                from generate_series(%d, %d) n
                """.formatted(from, to - 1);
    }

    private static void verify(Api api) throws Exception {
        long start = System.nanoTime();
        String id = Api.firstId(api.post("/api/audit-verifications", "{\"heads\":\"\"}"));
        String report = "";
        while (!report.contains("\"report\":{")) {
            LockSupport.parkNanos(100_000_000);
            report = api.get("/api/audit-verifications/" + id);
        }
        if (!report.contains("\"sound\":true")) {
            throw new IllegalStateException(report);
        }
        Bench.figure("audit.verify.per_s", LINES / ((System.nanoTime() - start) / 1e9), "/s");
    }

    private static void search(Api api, int times) throws Exception {
        String middle = "atFrom=2025-06-01&atTo=2025-06-07";
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("first", "limit=50");
        searches.put("by_person", "person=%E7%BB%8F%E5%8A%9E%E4%BA%BA77");
        searches.put("by_action", "action=export.cases");
        searches.put("by_subject", "subjectKind=case&subjectId=" + java.util.regex.Pattern.compile("\"subjectId\":\"([^\"]+)\"")
                .matcher(api.get("/api/audit-lines?action=case.sign&limit=1"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        searches.put("by_time", middle);
        searches.put("by_words_rare", "words=YC%20123456");
        searches.put("by_words_common", "words=%E8%B7%AF%E9%9D%A2%E4%BF%9D%E6%B4%81");
        searches.put("by_person_and_time", "person=%E7%BB%8F%E5%8A%9E%E4%BA%BA77&" + middle);
        for (Map.Entry<String, String> search : searches.entrySet()) {
            List<Double> spent = new ArrayList<>();
            for (int i = 0; i < times + 2; i++) {
                long start = System.nanoTime();
                api.get("/api/audit-lines?" + search.getValue());
                if (i >= 2) {
                    spent.add((System.nanoTime() - start) / 1e6);
                }
            }
            Bench.figure("audit.2m." + search.getKey() + ".median_ms", Bench.median(spent), "ms");
        }
    }

    private static void explain(Connection connection) throws SQLException {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("person", "s.account_name = '经办人77'");
        conditions.put("subject", "s.subject_id = 'x'");
        conditions.put("words", "s.words @@ to_tsquery('simple', 'yc & 123456')");
        for (Map.Entry<String, String> one : conditions.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet plan = statement.executeQuery("explain (costs off) select s.line_id from audit_search s where "
                            + one.getValue() + " order by s.at desc, s.line_id desc limit 51")) {
                while (plan.next()) {
                    System.err.println(one.getKey() + ": " + plan.getString(1));
                }
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
