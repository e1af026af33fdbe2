package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.civitas.calendar.WorkCalendars;
import org.civitas.casework.CaseIntake.Receipt;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.CaseSummary;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.civitas.testing.Statements;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@CityTest
class ReportingCostTest {

    private static final int CLIENTS = 8;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    MockMvc web;

    @Autowired
    CaseIntake intake;

    @Autowired
    WorkCalendars calendars;

    TestCity city;

    @BeforeEach
    void build() {
        city = beans.createBean(TestCity.class);
        city.build();
        city.jdbc.sql("delete from case_file").update();
        city.jdbc.sql("delete from case_step").update();
    }

    @Test
    void a_report_is_one_statement_with_its_audit_line_after_two_questions() throws Exception {
        List<String> sent = Statements.during(() -> report(Ids.next()));
        assertThat(sent).hasSize(3);
        assertThat(sent.getLast()).contains("insert into case_file", "insert into case_step", "insert into audit_line");
        assertThat(
                        city.count(
                                "select count(*) from audit_line where action = 'case.report'"
                                        + " and subject_id = (select id::text from case_file) and details ->> 'number' = (select number from case_file)"))
                .isEqualTo(1);
        assertThat(city.count("select count(*) from case_file c where c.search @@ to_tsquery('simple', '人行 <-> 行道')"
                        + " and c.search @@ to_tsquery('simple', split_part(c.number, '-', 2))"))
                .isEqualTo(1);
    }

    @Test
    void a_refused_line_of_the_audit_takes_the_case_with_it() {
        city.jdbc
                .sql("alter table audit_line add constraint no_report check (action <> 'case.report') not valid")
                .update();
        try {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> intake.report(Ids.next(), city.stall("占道"))))
                    .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
            assertThat(city.count("select count(*) from case_file")).isZero();
            assertThat(city.count("select count(*) from case_step")).isZero();
        } finally {
            city.jdbc.sql("alter table audit_line drop constraint no_report").update();
        }
    }

    @Test
    void the_same_request_from_many_at_once_is_one_case_and_all_hear_its_number() throws Exception {
        UUID request = Ids.next();
        CityCode here = CurrentCity.required();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Receipt>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(threads.submit(() -> CurrentCity.call(here, () -> {
                    await(start);
                    return intake.report(request, city.stall("沿街摆摊"));
                })));
            }
            start.countDown();
            List<Receipt> heard = new ArrayList<>();
            for (Future<Receipt> answer : answers) {
                heard.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(heard.stream().distinct()).hasSize(1);
        }
        assertThat(city.count("select count(*) from case_file")).isEqualTo(1);
        assertThat(city.count("select count(*) from audit_line where action = 'case.report'"
                        + " and subject_id = (select id::text from case_file)"))
                .isEqualTo(1);
    }

    @Test
    void right_after_its_first_step_a_case_stands_as_its_timeline_says() {
        List<CaseStep> found = city.record(city.found("占道")).timeline();
        List<CaseStep> reported = city.record(
                        intake.report(Ids.next(), city.stall("占道")).caseId())
                .timeline();
        for (List<CaseStep> timeline : List.of(found, reported)) {
            assertThat(CaseSummary.opened(timeline.getFirst()))
                    .isEqualTo(CaseSummary.of(timeline, calendars.current(), CasePolicy.DEFAULT));
        }
    }

    @Test
    void a_request_keeps_the_csrf_token_that_the_browser_has() throws Exception {
        web.perform(get("/api/cases")
                        .with(TestUsers.as(TestUsers.office()))
                        .cookie(new Cookie("XSRF-TOKEN", "11111111-1111-4111-8111-111111111111")))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("XSRF-TOKEN"));
    }

    private void report(UUID request) throws Exception {
        web.perform(post("/api/cases")
                        .with(as(TestUsers.office()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"requestId":"%s","typeCode":"L001","description":"人行道上堆放杂物","areaCode":"%s"}
                                """.formatted(request, city.street1)))
                .andExpect(status().isOk());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
