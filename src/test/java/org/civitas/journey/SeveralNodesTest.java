package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.civitas.media.CameraPicture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of the program on one external PostgreSQL and one S3 store, behind the nginx of {@code deploy/}: to those
 * who use it they are one, and when one is killed nobody notices more than one request that he sends again.
 */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralNodesTest {

    private static final String PASSWORD = "Loop-2026-first";
    private static final String OWN = "Nodes-2026-own";
    private static final String CITY = "city_321300";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static TwoNodes nodes;
    private static FrontNginx front;
    private static NodeSession admin;
    private static NodeSession security;

    @BeforeAll
    static void start() throws Exception {
        nodes = TwoNodes.start(folder.resolve("nodes"));
        front = FrontNginx.start(folder.resolve("nginx"), nodes.a(), nodes.b());
        try (NodeSession visitor = new NodeSession(null)) {
            assertThat(visitor.post(nodes.a(), "/api/setup", city("321300", "宿迁市", "admin"))
                            .status())
                    .isEqualTo(200);
        }
        admin = new NodeSession(null).signIn(nodes.a(), "admin", PASSWORD);
        String work = importAreas(admin, nodes.a(), "3213");
        await(() -> state(admin, nodes.b(), work).equals("DONE"));
        security = securityOfficer();
    }

    @AfterAll
    static void stop() throws IOException {
        if (front != null) {
            front.close();
        }
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void two_nodes_that_start_at_the_same_moment_migrate_an_empty_database_once() {
        for (String schema : List.of("platform", CITY)) {
            String history = "from " + schema + ".flyway_schema_history where type = 'SQL'";
            assertThat(nodes.count(history)).isPositive();
            assertThat(nodes.count("from (select version " + history + " group by version having count(*) > 1) twice"))
                    .isZero();
            assertThat(nodes.count(history + " and not success")).isZero();
        }
    }

    @Test
    void a_session_of_one_node_is_one_of_the_other_and_ends_for_both() throws IOException {
        try (NodeSession session = new NodeSession(null).signIn(nodes.a(), "admin", PASSWORD);
                NodeSession stolen = session.copy()) {
            assertThat(stolen.get(nodes.b(), "/api/session").status()).isEqualTo(200);
            session.delete(nodes.a(), "/api/session");
            assertThat(stolen.get(nodes.b(), "/api/accounts").status()).isEqualTo(401);
        }
    }

    @Test
    void what_is_set_at_one_node_counts_in_the_next_request_to_the_other() throws IOException {
        var spans = Map.of("spans", List.of(Map.of("opens", "08:00:00", "closes", "11:00:00")));
        assertThat(admin.put(nodes.a(), "/api/office-hours", spans).status()).isEqualTo(200);
        assertThat(admin.get(nodes.b(), "/api/calendars").toString()).contains("11:00");
        assertThat(admin.post(nodes.b(), "/api/areas", Map.of("code", "321399", "name", "新设区", "kind", "DISTRICT"))
                        .status())
                .isLessThan(300);
        assertThat(admin.get(nodes.a(), "/api/areas/tree?parent=3213").toString())
                .contains("新设区");
        JsonNode account = account("changed", "INSPECTOR");
        try (NodeSession person = first("changed", nodes.b())) {
            assertThat(person.get(nodes.b(), "/api/accounts").status()).isEqualTo(403);
            assertThat(admin.put(nodes.a(), "/api/accounts/" + account.get("id").asString(), disabled())
                            .status())
                    .isEqualTo(200);
            assertThat(person.get(nodes.b(), "/api/accounts").status()).isEqualTo(401);
        }
    }

    @Test
    void a_city_opened_at_one_node_is_usable_at_the_other() throws IOException {
        assertThat(admin.post(nodes.a(), "/api/cities", city("320100", "南京市", "nanjing"))
                        .status())
                .isEqualTo(200);
        try (NodeSession other = first("nanjing", nodes.b())) {
            assertThat(other.get(nodes.b(), "/api/areas/catalogue").status()).isEqualTo(200);
            assertThat(other.get(nodes.b(), "/api/areas/tree?parent=3213").toString())
                    .doesNotContain("宿城");
        }
    }

    @Test
    void a_workbook_checked_at_one_node_is_committed_at_the_other() throws IOException {
        byte[] book = Files.readAllBytes(Workbooks.write(
                folder.resolve("units.xlsx"),
                List.of("单位代码", "单位名称", "条块", "区划代码", "上级单位代码"),
                List.of(List.of("N-1", "节点一局", "条", "3213", ""), List.of("N-2", "节点二局", "条", "3213", "N-1"))));
        NodeSession.Answer preview = admin.upload(
                nodes.a(),
                "/api/units/imports/previews",
                "units.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                book);
        String id = preview.json().get("previewId").asString();
        NodeSession.Answer done =
                admin.post(nodes.b(), "/api/units/imports/previews/" + id + "/commits", Map.of("mode", "ALL"));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(nodes.count("from " + CITY + ".unit where code in ('N-1', 'N-2')"))
                .isEqualTo(2);
    }

    @Test
    void a_picture_uploaded_at_one_node_is_read_at_the_other() throws IOException {
        account("photographer", "CITY_OFFICE");
        byte[] picture = CameraPicture.drawn("jpg", 640, 480, Color.GREEN);
        try (NodeSession session = first("photographer", nodes.a())) {
            NodeSession.Answer kept = session.upload(nodes.a(), "/api/media", "a.jpg", "image/jpeg", picture);
            assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
            String path = "/api/media/" + kept.json().get("id").asString();
            NodeSession.Answer read = session.get(nodes.b(), path);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.bytes())
                    .hasSizeGreaterThan(1_000)
                    .isEqualTo(session.get(nodes.a(), path).bytes());
            assertThat(session.get(nodes.b(), path + "/thumbnail").status()).isEqualTo(200);
        }
    }

    /** Pictures, imports, draws, findings that become cases by a job, computed rounds, papers: each request by another node. */
    @Test
    void the_whole_loop_runs_over_both_nodes_behind_nginx() throws Exception {
        watchWorks();
        Path said = folder.resolve("said.txt");
        var script = new ProcessBuilder(
                "node", "docs/loop/loop.mjs", front.url(), "--password=" + PASSWORD, "--sites=120", "--out=" + folder);
        script.environment().put("NODE_EXTRA_CA_CERTS", front.certificateFile().toString());
        Process process =
                script.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        for (String node : List.of(nodes.a(), nodes.b())) {
            String address = node.substring("http://".length());
            for (String method : List.of("POST /api/media", "POST /api/visits", "POST /api/cases")) {
                assertThat(front.requests())
                        .as(method + " at " + address)
                        .anyMatch(line -> line.startsWith(method) && line.endsWith(address));
            }
        }
        eachEffectOnce();
    }

    private static void eachEffectOnce() {
        assertThat(nodes.count("from " + CITY + ".observation o where failed and (select count(*) from " + CITY
                        + ".case_source s where s.source_id = o.id) <> 1"))
                .as("findings without exactly one case")
                .isZero();
        assertThat(nodes.count("from " + CITY + ".work_run"))
                .as("runs of works")
                .isEqualTo(nodes.count("from " + CITY + ".work where state = 'DONE' and kind <> 'area.import-tree'"));
        assertThat(nodes.count(
                        "from (select number from " + CITY + ".case_file group by number having count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void when_a_node_is_killed_nobody_sends_a_request_more_than_twice_and_its_job_is_done_once() throws Exception {
        admin.post(nodes.a(), "/api/cities", city("320500", "苏州市", "suzhou"));
        NodeSession other = first("suzhou", nodes.a());
        account("reporter", "CITY_OFFICE");
        first("reporter", nodes.a()).close();
        String dead = "a";
        var load = new LoadThroughNginx(front, "reporter", OWN, "3213");
        try (Connection blocking = nodes.connect();
                Statement statement = blocking.createStatement();
                load) {
            blocking.setAutoCommit(false);
            statement.execute("lock table city_320500.area in exclusive mode");
            String work = importAreas(other, nodes.a(), "3205");
            await(() -> state(other, nodes.a(), work).equals("RUNNING"));
            dead = pickedBy();
            load.awaitAnswers(40);
            nodes.named(dead).kill();
            load.awaitAnswers(60);
            blocking.rollback();
            String living = dead.equals("a") ? nodes.b() : nodes.a();
            await(() -> state(other, living, work).equals("DONE"));
            load.awaitAnswers(20);
        } finally {
            nodes.named(dead).relaunch();
            nodes.named(dead).awaitReady();
        }
        other.close();
        assertThat(load.faults()).isEmpty();
        assertThat(load.mostTries()).as("tries of one request").isLessThanOrEqualTo(2);
        assertThat(reported()).containsAllEntriesOf(load.stored());
        assertThat(nodes.count("from " + CITY + ".case_file where description = '" + LoadThroughNginx.WORDS + "'"))
                .as("cases, each of a report of its own")
                .isEqualTo(reported().size());
        assertThat(nodes.count(
                        "from (select number from " + CITY + ".case_file group by number having count(*) > 1) twice"))
                .as("numbers given twice")
                .isZero();
        assertThat(nodes.count("from city_320500.work where state = 'DONE'")).isEqualTo(1);
        assertThat(nodes.count("from platform.scheduled_tasks where task_name = 'civitas-work'"))
                .as("works that wait")
                .isZero();
    }

    /** Its connections stay open, so nothing tells the database that it is gone; and later it goes on where it stood. */
    @Test
    void the_work_of_a_stalled_node_is_taken_over_and_not_done_again_when_the_node_goes_on() throws Exception {
        admin.post(nodes.a(), "/api/cities", city("320600", "南通市", "nantong"));
        NodeSession person = first("nantong", nodes.a());
        String stalled;
        String work;
        try (Connection blocking = nodes.connect();
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table city_320600.area in exclusive mode");
            work = importAreas(person, nodes.a(), "3206");
            await(() -> state(person, nodes.a(), work).equals("RUNNING"));
            stalled = pickedBy();
            nodes.named(stalled).freeze();
            blocking.rollback();
        }
        String living = stalled.equals("a") ? nodes.b() : nodes.a();
        String was;
        try {
            await(() -> state(person, living, work).equals("DONE"));
            was = effects();
            await(() -> nodes.count("from city_320600.audit_line l where not exists (select 1 from"
                            + " city_320600.audit_seal s where s.line_id = l.id)")
                    == 0);
        } finally {
            nodes.named(stalled).thaw();
        }
        await(() -> nodes.named(stalled).logged().contains(work));
        assertThat(person.get(nodes.named(stalled).url(""), "/api/works/" + work)
                        .status())
                .isEqualTo(200);
        person.close();
        assertThat(effects()).isEqualTo(was);
        assertThat(nodes.count("from city_320600.work where run = 2 and state = 'DONE' and id = '" + work + "'"))
                .as("taken over once")
                .isEqualTo(1);
        assertThat(nodes.count("from city_320600.area")).isGreaterThan(1_000);
        assertThat(nodes.count("from platform.scheduled_tasks where task_name = 'civitas-work'"))
                .as("works that wait")
                .isZero();
    }

    private static String effects() {
        return String.valueOf(nodes.database().queryForObject("""
                select (select count(*) from city_320600.area) || ' ' || (select string_agg(w::text, ' ') from city_320600.work w)
                    || ' ' || (select count(*) from city_320600.audit_line where action like 'area.%')
                """, String.class));
    }

    /** After everything else: the loop, what the other tests did, and every list of three cities. */
    @Test
    @Order(Integer.MAX_VALUE)
    void no_statement_of_all_this_named_two_cities_or_any_city_at_all() throws Exception {
        readEveryList();
        var named = new NamedCities(nodes.database(), TwoNodes.PROGRAM);
        assertThat(named.forgotten()).isZero();
        assertThat(named.statements()).hasSizeGreaterThan(400).anyMatch(sql -> sql.contains("case_file"));
        assertThat(named.ofTwo()).isEmpty();
        assertThat(named.qualified()).isEmpty();

        String crossing = "select count(*) from city_321300.area a join city_330100.area b on b.code = a.code";
        String qualified = "select count(*) from city_330100.area";
        try (Connection planted = nodes.connectAsProgram();
                Statement statement = planted.createStatement()) {
            statement.execute(crossing);
            statement.execute(qualified);
        }
        assertThat(named.ofTwo()).containsExactly(crossing);
        assertThat(named.qualified()).containsExactlyInAnyOrder(crossing, qualified);
    }

    private static void readEveryList() throws IOException {
        admin.post(nodes.a(), "/api/cities", city("330100", "杭州市", "hangzhou"));
        admin.post(nodes.b(), "/api/cities", city("340100", "合肥市", "hefei"));
        account("reader", "CITY_OFFICE");
        for (NodeSession person : List.of(
                admin, security, first("reader", nodes.a()), first("hangzhou", nodes.b()), first("hefei", nodes.a()))) {
            for (var path : person.get(nodes.b(), "/api/openapi.json")
                    .json()
                    .get("paths")
                    .properties()) {
                if (path.getValue().has("get") && !path.getKey().contains("{")) {
                    assertThat(person.get(nodes.b(), path.getKey()).status())
                            .as(path.getKey())
                            .isLessThan(500);
                }
            }
        }
    }

    /** Number of the case by the id that the client gave its report. */
    private static Map<String, String> reported() {
        var numbers = new HashMap<String, String>();
        nodes.database()
                .query(
                        "select s.request_id, c.number from " + CITY + ".case_file c join " + CITY
                                + ".case_step s on s.case_id = c.id where c.description = ?",
                        row -> {
                            numbers.put(row.getString(1), row.getString(2));
                        },
                        LoadThroughNginx.WORDS);
        return numbers;
    }

    private static String pickedBy() {
        return String.valueOf(nodes.database()
                .queryForObject(
                        "select picked_by from platform.scheduled_tasks where task_name = 'civitas-work' and picked",
                        String.class));
    }

    /** Counts the runs of works in the database, where no node can forget one. */
    private static void watchWorks() {
        nodes.database().execute("create table " + CITY + ".work_run (work uuid)");
        nodes.database()
                .execute("create function " + CITY
                        + ".note_run() returns trigger language plpgsql security definer as $$ begin insert into "
                        + CITY
                        + ".work_run values (new.id); return new; end $$");
        nodes.database()
                .execute("create trigger note_run after update on " + CITY
                        + ".work for each row when (new.state = 'RUNNING' and new.done = old.done and new.message = old.message)"
                        + " execute function " + CITY + ".note_run()");
    }

    /** Who opens accounts does not grant: this one does. */
    private static NodeSession securityOfficer() throws IOException {
        open("security", "SECURITY_OFFICER", OWN);
        NodeSession session = new NodeSession(null).signIn(nodes.a(), "security", OWN);
        session.put(nodes.a(), "/api/session/password", Map.of("current", OWN, "password", PASSWORD));
        return session;
    }

    /** Opened at one node, granted at the other. */
    private static JsonNode account(String login, String role) throws IOException {
        JsonNode account = open(login, role, PASSWORD);
        var approval = Map.of("accountIds", List.of(account.get("id").asString()));
        NodeSession.Answer granted = security.post(nodes.b(), "/api/grant-requests/approvals", approval);
        assertThat(granted.status()).as(granted.toString()).isLessThan(300);
        return account;
    }

    private static JsonNode open(String login, String role, String password) throws IOException {
        NodeSession.Answer answer = admin.post(
                nodes.a(),
                "/api/accounts",
                Map.of(
                        "login",
                        login,
                        "name",
                        "节点员",
                        "password",
                        password,
                        "roles",
                        List.of(role),
                        "scopeKind",
                        "CITY",
                        "areaCode",
                        "3213"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> disabled() {
        var form = new HashMap<String, Object>();
        form.put("name", "节点员");
        form.put("roles", List.of("INSPECTOR"));
        form.put("scopeKind", "CITY");
        form.put("areaCode", "3213");
        form.put("enabled", false);
        form.put(
                "version",
                nodes.database()
                        .queryForObject("select version from platform.account where login = 'changed'", Integer.class));
        return form;
    }

    /** Signs in for the first time and takes a password of his own. */
    private static NodeSession first(String login, String node) throws IOException {
        NodeSession session = new NodeSession(null).signIn(node, login, PASSWORD);
        NodeSession.Answer changed =
                session.put(node, "/api/session/password", Map.of("current", PASSWORD, "password", OWN));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        return session;
    }

    private static Map<String, String> city(String code, String name, String account) {
        return Map.of("cityCode", code, "cityName", name, "account", account, "name", "管理员", "password", PASSWORD);
    }

    private static String importAreas(NodeSession session, String node, String code) throws IOException {
        NodeSession.Answer started = session.post(node, "/api/areas/imports", Map.of("cityCode", code));
        assertThat(started.status()).as(started.toString()).isLessThan(300);
        return started.json().get("workId").asString();
    }

    private static String state(NodeSession session, String node, String work) {
        try {
            return session.get(node, "/api/works/" + work).json().get("state").asString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static void await(BooleanSupplier truth) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
