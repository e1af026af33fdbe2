package org.civitas.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.audit.chain.SealLines;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.web.SessionCookie;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What the auditor does: search, take away, check; and what of others' doings he finds there. */
@CityTest
class AuditApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    AuditTrail audit;

    @Autowired
    SealLines sealing;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private void line(String action, String subject, String words) {
        transaction.executeWithoutResult(
                status -> audit.record(action, "thing", subject, Map.of("words", words, "number", 7)));
    }

    private void sealed() {
        await(() -> {
            sealing.all();
            return jdbc.queryForObject("""
                    select not exists (select 1 from audit_line l
                        where not exists (select 1 from audit_seal s where s.line_id = l.id))
                    """, Boolean.class);
        });
    }

    private static void await(BooleanSupplier done) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private MockHttpServletRequestBuilder search(String conditions) {
        return (MockHttpServletRequestBuilder)
                get("/api/audit-lines?" + conditions).with(TestUsers.as(TestUsers.auditor()));
    }

    @Test
    void lines_are_found_by_person_action_subject_time_words_and_trace() throws Exception {
        line("search.one", "s-1", "云河农贸市场门前积水");
        line("search.two", "s-2", "云河小区楼道堆物");
        sealed();
        for (String conditions : List.of(
                "action=search.one",
                "subjectKind=thing&subjectId=s-1",
                "words=农贸市场 积水",
                "person=系统&action=search.one",
                "action=search.&words=门前",
                "atFrom=2020-01-01&action=search.one")) {
            web.perform(search(conditions))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].subjectId").value("s-1"))
                    .andExpect(jsonPath("$.items[0].number").isNumber());
        }
        web.perform(search("action=search.&atTo=2020-01-01")).andExpect(jsonPath("$.items", hasSize(0)));
        web.perform(search("person=别人&action=search.one")).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        for (int i = 0; i < 7; i++) {
            line("page.turn", "p-" + i, "");
        }
        sealed();
        String first = body(search("action=page.turn&limit=4"));
        String next = JsonPath.read(first, "$.next");
        String second = body(search("action=page.turn&limit=4&after=" + next));
        List<String> subjects = JsonPath.read(first, "$.items[*].subjectId");
        List<String> more = JsonPath.read(second, "$.items[*].subjectId");
        assertThat(subjects).containsExactly("p-6", "p-5", "p-4", "p-3");
        assertThat(more).containsExactly("p-2", "p-1", "p-0");
        web.perform(search("limit=2&after=bm9uc2Vuc2U")).andExpect(status().isBadRequest());
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_is_there_at_once_and_has_its_number_soon() throws Exception {
        line("soon.sealed", "at-once", "");
        web.perform(search("limit=5")).andExpect(jsonPath("$.items[*].subjectId", hasItem("at-once")));
        await(() -> jdbc.queryForObject(
                "select exists (select 1 from audit_search where subject_id = 'at-once')", Boolean.class));
    }

    @Test
    void an_export_is_a_line_itself_that_tells_the_conditions_but_no_typed_words() throws Exception {
        line("taken.away", "x", "张三丰");
        sealed();
        web.perform(get("/api/audit-lines/export")
                        .param("action", "taken.away")
                        .param("words", "张三丰")
                        .with(TestUsers.as(TestUsers.auditor())))
                .andExpect(status().isOk());
        Map<String, Object> written = jdbc.queryForMap(
                "select account_name, details::text as details from audit_line where action = 'export.audit-lines'");
        assertThat(written.get("account_name")).isEqualTo("审计员甲");
        assertThat(written.get("details").toString())
                .contains("taken.away", "bytes")
                .doesNotContain("张三丰");
    }

    @Test
    void a_refused_export_leaves_no_line() throws Exception {
        web.perform(get("/api/sites/export").with(TestUsers.as(TestUsers.auditor())))
                .andExpect(status().isForbidden());
        assertThat(jdbc.queryForObject("select count(*) from audit_line where action = 'export.sites'", Long.class))
                .isZero();
        web.perform(get("/api/sites/export?words=13800138000").with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isOk());
        assertThat(jdbc.queryForObject(
                        "select details::text from audit_line where action = 'export.sites'", String.class))
                .contains("words")
                .doesNotContain("13800138000");
    }

    @Test
    void a_check_runs_in_the_background_and_its_report_is_kept() throws Exception {
        line("checked.line", "c", "");
        web.perform(post("/api/audit-heads").with(TestUsers.as(TestUsers.auditor())))
                .andExpect(status().isOk());
        String begun = body((MockHttpServletRequestBuilder) post("/api/audit-verifications")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"heads\":\"\"}")
                .with(TestUsers.as(TestUsers.auditor())));
        String id = JsonPath.read(begun, "$.id");
        await(() -> jdbc.queryForObject(
                "select report is not null from audit_verification where id = ?::uuid", Boolean.class, id));
        web.perform(get("/api/audit-verifications/" + id).with(TestUsers.as(TestUsers.auditor())))
                .andExpect(jsonPath("$.report.sound").value(true))
                .andExpect(jsonPath("$.report.headsGiven").value(1))
                .andExpect(jsonPath("$.report.limits").isNotEmpty());
        assertThat(jdbc.queryForList("select action from audit_line", String.class))
                .contains("audit.verify", "audit.head");
    }

    @Test
    void a_head_that_is_none_is_refused_in_words() throws Exception {
        web.perform(post("/api/audit-verifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"heads\":\"abc\"}")
                        .with(TestUsers.as(TestUsers.auditor())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("64 位")));
    }

    @Test
    void heads_are_added_to_a_file_outside_the_database(CityCode city) throws Exception {
        web.perform(post("/api/audit-heads").with(TestUsers.as(TestUsers.auditor())));
        web.perform(post("/api/audit-heads").with(TestUsers.as(TestUsers.auditor())));
        List<String> lines = Files.readAllLines(Path.of("target/test-data/audit-heads/" + city + ".jsonl"));
        String taken =
                body((MockHttpServletRequestBuilder) get("/api/audit-heads").with(TestUsers.as(TestUsers.auditor())));
        assertThat(taken.lines().toList()).containsAll(lines);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2).allMatch(line -> line.contains("\"hash\":\""));
    }

    @Test
    void log_in_failed_log_in_and_log_out_are_lines(@Autowired OpenAccount opening, CityCode city) throws Exception {
        String login = "watched" + city;
        opening.open(new NewAccount(
                city, login, "市办甲", "Right-pass-1", List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
        signIn(login, "Wrong-pass-1");
        Cookie session = signIn(login, "Right-pass-1");
        web.perform(delete("/api/session").cookie(session).with(csrf())).andExpect(status().isNoContent());
        assertThat(jdbc.queryForList(
                        "select action from audit_line where action like 'session.%' order by id", String.class))
                .containsExactly("session.refuse", "session.open", "session.close");
    }

    private Cookie signIn(String login, String password) throws Exception {
        return web.perform(post("/api/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(login, password)))
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME);
    }
}
