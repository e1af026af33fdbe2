package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.PastCase.Note;
import org.civitas.casework.PastCase.PastStep;
import org.civitas.casework.application.FindingsUnderTest;
import org.civitas.identity.StandardRole;
import org.civitas.inspection.FailedObservation;
import org.civitas.inspection.FeedPosition;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@CityTest
class CaseIntakeTest {

    private static final UUID SITE = new UUID(8, 8);

    @Autowired
    AutowireCapableBeanFactory beans;

    TestCity city;

    private String planOwner = "";

    FindingsUnderTest findings;

    @Autowired
    CaseIntake intake;

    @Autowired
    CaseLoading loading;

    @Autowired
    Cases cases;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void build() {
        city = beans.createBean(TestCity.class);
        findings = beans.createBean(FindingsUnderTest.class);
        city.build();
        planOwner = city.area.substring(0, 4);
        city.jdbc.sql("delete from case_file").update();
        city.jdbc.sql("delete from case_step").update();
        city.jdbc.sql("delete from case_source").update();
    }

    @Test
    void each_finding_becomes_one_case_that_waits_for_dispatch_with_a_guessed_type() {
        FailedObservation stall = finding("店外经营两处", "SC-01", false);
        findings.come(stall);
        findings.come(stall);
        assertThat(city.count("select count(*) from case_file")).isEqualTo(1);
        CaseBrief found = cases.bySources(List.of(stall.observationId())).get(stall.observationId());
        assertThat(found.state()).isEqualTo("ACCEPTED");
        assertThat(found.typeName()).isEqualTo("占道经营");
        assertThat(found.beforePictures()).containsExactly(TestCity.PICTURE);
    }

    @Test
    void a_finding_at_the_same_site_and_item_is_attached_to_the_open_case() {
        FailedObservation first = finding("公厕有异味", "SC-02", false);
        FailedObservation again = finding("公厕仍有异味", "SC-02", false);
        findings.come(first, again);
        assertThat(city.count("select count(*) from case_file")).isEqualTo(1);
        assertThat(city.count("select seen_again from case_file")).isEqualTo(1);
        Map<UUID, CaseBrief> found = cases.bySources(List.of(first.observationId(), again.observationId()));
        assertThat(found.values().stream().map(CaseBrief::id).distinct()).hasSize(1);
    }

    @Test
    void another_spot_is_another_case() {
        findings.come(finding("公厕有异味", "SC-02", false), finding("二楼公厕有异味", "SC-02", true));
        assertThat(city.count("select count(*) from case_file")).isEqualTo(2);
    }

    @Test
    void a_withdrawn_finding_asks_for_annulment() {
        FailedObservation wrong = finding("公厕有异味", "SC-02", false);
        findings.come(wrong, FindingsUnderTest.withdrawing(wrong));
        assertThat(city.count("select count(*) from case_file where annul_proposed and state = 'ACCEPTED'"))
                .isEqualTo(1);
    }

    @Test
    void what_a_secret_inspection_of_the_city_found_is_hidden_from_the_inspected_until_it_is_dispatched()
            throws Exception {
        FailedObservation secret = finding("公厕有异味", "SC-02", false);
        findings.come(secret);
        UUID id = cases.bySources(List.of(secret.observationId()))
                .get(secret.observationId())
                .id();
        seen(id, TestUsers.office(), 200);
        seen(id, city.countyOffice(), 404);
        seen(id, streetOfficer(), 404);
        seen(id, TestUsers.inspector(), 404);
        city.dispatch(id, city.street, List.of());
        seen(id, TestUsers.inspector(), 200);
        seen(id, city.countyOffice(), 200);
        seen(id, streetOfficer(), 200);
    }

    @Test
    void a_county_sees_what_its_own_secret_inspection_found_and_its_streets_do_not() throws Exception {
        planOwner = city.area;
        FailedObservation secret = finding("公厕有异味", "SC-02", false);
        findings.come(secret);
        UUID id = cases.bySources(List.of(secret.observationId()))
                .get(secret.observationId())
                .id();
        seen(id, city.countyOffice(), 200);
        seen(id, streetOfficer(), 404);
        seen(id, TestUsers.inArea(StandardRole.INSPECTOR, city.area, null), 404);
    }

    private CurrentUser streetOfficer() {
        return TestUsers.inArea(StandardRole.STREET_OFFICER, city.street1, city.street);
    }

    private void seen(UUID id, CurrentUser user, int expected) throws Exception {
        mvc.perform(get("/api/cases/{id}", id).with(as(user))).andExpect(status().is(expected));
    }

    @Test
    void the_same_report_twice_is_one_case() {
        UUID request = Ids.next();
        CaseIntake.Receipt first = intake.report(request, city.stall("沿街摆摊"));
        assertThat(intake.report(request, city.stall("沿街摆摊"))).isEqualTo(first);
        assertThat(cases.byId(first.caseId()).orElseThrow().stateWord()).isEqualTo("待受理");
    }

    @Test
    void the_receipt_of_a_report_is_for_its_reporter_only() throws Exception {
        UUID request = Ids.next();
        report(TestUsers.office(), request, 200);
        String number = cases.byId(UUID.fromString(city.jdbc
                        .sql("select id::text from case_file")
                        .query(String.class)
                        .single()))
                .orElseThrow()
                .number();
        assertThat(report(city.countyOffice(), request, 409))
                .contains("request.reused")
                .doesNotContain(number);
        assertThat(city.count("select count(*) from case_file")).isEqualTo(1);
    }

    private String report(CurrentUser user, UUID request, int expected) throws Exception {
        return mvc.perform(post("/api/cases")
                        .with(as(user))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"requestId":"%s","typeCode":"L001","description":"人行道上堆放杂物","areaCode":"%s"}
                                """.formatted(request, city.street1)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_whole_history_is_taken_over_and_stands_as_if_it_had_been_lived() {
        UUID id = Ids.next();
        loading.load(List.of(new PastCase(
                id,
                city.stall("沿街摆摊"),
                List.of(
                        step(
                                "FIND",
                                "2026-03-02T01:00:00Z",
                                new Note.Found(true, List.of(TestCity.PICTURE), null),
                                null),
                        step(
                                "DISPATCH",
                                "2026-03-02T02:00:00Z",
                                new Note.Dispatched(city.police, List.of(), TimeLimit.workingDays(3), false, true),
                                null),
                        step("SIGN", "2026-03-02T03:00:00Z", new Note.Plain(), city.police),
                        step(
                                "SUBMIT",
                                "2026-03-04T03:00:00Z",
                                new Note.Mended(List.of(TestCity.PICTURE), ""),
                                city.police),
                        step("PASS", "2026-03-05T03:00:00Z", new Note.Plain(), null)))));
        assertThat(city.row(id)).containsEntry("state", "CLOSED").containsEntry("version", 5);
        assertThat(city.count("select handling_minutes from case_cycle where case_id = ? and on_time", id))
                .isEqualTo(6 * 60 + 7 * 60 + 2 * 60);
        assertThat(city.record(id).file().version()).isEqualTo(5);
    }

    private static PastStep step(String command, String at, Note note, UUID unit) {
        return new PastStep(command, Instant.parse(at), Ids.next(), "经办人", unit, "办理", note, Ids.next());
    }

    private FailedObservation finding(String words, String item, boolean anotherSpot) {
        return new FailedObservation(
                FeedPosition.START,
                Ids.next(),
                Ids.next(),
                PlanKind.COVERT,
                SITE,
                "幸福市场",
                "NM",
                city.street1,
                Ids.next(),
                item,
                "市场内外秩序良好",
                words,
                List.of(TestCity.PICTURE),
                null,
                anotherSpot,
                Instant.parse("2026-11-16T02:00:00Z"),
                "督查员甲",
                null,
                false,
                planOwner);
    }
}
