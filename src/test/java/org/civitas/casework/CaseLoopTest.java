package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.casework.domain.AssertRule.assertBreaks;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.calendar.WorkCalendars;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.application.StepRequest;
import org.civitas.casework.domain.CaseClock;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.StepFacts;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
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
class CaseLoopTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    TestCity city;

    @Autowired
    HandleCase handle;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void build() {
        city = beans.createBean(TestCity.class);
        city.build();
    }

    @Test
    void a_case_goes_round_the_whole_loop_with_one_rework() {
        UUID id = city.submitted("沿街摆摊", city.cityManagement);
        handle.verify(TestUsers.office(), city.now(id), false, "仍有两处");
        assertThat(city.record(id).file().state()).isEqualTo(CaseState.HANDLING);
        city.submit(id, city.cityManagement);
        handle.verify(TestUsers.inspector(), city.now(id), true, "");

        assertThat(city.row(id))
                .containsEntry("state", "CLOSED")
                .containsEntry("reworks", 1)
                .containsEntry("version", 7);
        assertThat(city.count("select count(*) from audit_line where subject_id = ?", id.toString()))
                .isEqualTo(7);
        assertThat(city.count(
                        "select count(*) from burden_entry where subject_id = ? and kind = 'TASK'", id.toString()))
                .isEqualTo(1);
        assertThat(city.count(
                        "select count(*) from burden_entry where subject_id = ? and kind = 'PICTURE'", id.toString()))
                .isEqualTo(1);
        assertThat(city.count(
                        "select count(*) from case_cycle where case_id = ? and on_time and closed_at is not null", id))
                .isEqualTo(1);
    }

    @Test
    void what_the_row_says_is_what_the_timeline_says() {
        UUID id = city.submitted("沿街摆摊", city.cityManagement);
        handle.verify(TestUsers.office(), city.now(id), false, "仍有两处");
        var record = city.record(id);
        CaseClock clock = CaseClock.of(record.timeline(), calendars.current(), CasePolicy.DEFAULT)
                .orElseThrow();
        assertThat(city.row(id))
                .containsEntry("state", record.file().state().name())
                .containsEntry("version", record.file().version())
                .containsEntry("reworks", record.file().reworks())
                .containsEntry("lead_unit_id", record.file().mustHandle().leadUnit());
        assertThat(((Timestamp) city.row(id).get("deadline_at")).toInstant())
                .isEqualTo(clock.deadlineAt().truncatedTo(ChronoUnit.MICROS));
        assertThat(city.row(id).get("stopped_at")).isNull();
    }

    @Test
    void the_same_request_again_changes_nothing() {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        StepRequest request = city.now(id);
        CurrentUser handler = city.handler(city.cityManagement);
        handle.sign(handler, request, "");
        handle.sign(handler, request, "");
        assertThat(city.record(id).file().version()).isEqualTo(3);
    }

    @Test
    void a_request_of_somebody_else_is_not_taken_as_done() {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        StepRequest request = city.now(id);
        handle.sign(city.handler(city.cityManagement), request, "");
        assertThatThrownBy(() -> handle.sign(city.handler(city.cityManagement), request, ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("标识已经用过");
    }

    @Test
    void a_request_id_can_not_be_used_for_another_case() {
        UUID one = city.dispatched("沿街摆摊", city.cityManagement);
        UUID other = city.dispatched("店外经营", city.cityManagement);
        StepRequest request = city.now(one);
        handle.sign(city.handler(city.cityManagement), request, "");
        assertThatThrownBy(() -> handle.sign(
                        city.handler(city.cityManagement), new StepRequest(other, request.requestId(), 2), ""))
                .hasMessageContaining("标识已经用过");
    }

    @Test
    void who_saw_an_older_version_is_told_so() {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        StepRequest seen = city.now(id);
        handle.recall(TestUsers.office(), city.now(id), "派错单位");
        city.dispatch(id, city.cityManagement, List.of());
        assertThatThrownBy(() -> handle.sign(city.handler(city.cityManagement), seen, ""))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void a_unit_sees_only_cases_in_which_it_has_a_part() throws Exception {
        UUID id = city.found("沿街摆摊");
        city.dispatch(id, city.county, List.of(city.police));
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.police))))
                .andExpect(status().isOk());
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.cityManagement))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/cases").with(as(city.handler(city.cityManagement))))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(post("/api/cases/{id}/signatures", id)
                        .with(as(city.handler(city.cityManagement)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"requestId\":\"%s\",\"version\":2}".formatted(Ids.next())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.street))))
                .andExpect(status().isNotFound());

        CurrentUser countyHandler = city.handler(city.county);
        handle.sign(countyHandler, city.now(id), "");
        handle.assign(countyHandler, city.now(id), "请街道处理", city.street, tomorrow());
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.street))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.file.holderUnitName").value("和平街道办"));
    }

    @Test
    void a_county_office_sees_its_county_and_no_other() throws Exception {
        UUID id = city.found("沿街摆摊");
        CurrentUser west = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.area.substring(0, 4) + "03", city.police);
        mvc.perform(get("/api/cases/{id}", id).with(as(city.countyOffice()))).andExpect(status().isOk());
        mvc.perform(get("/api/cases/{id}", id).with(as(west))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> handle.recall(west, new StepRequest(id, Ids.next(), 1), "越权"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_unit_does_not_learn_who_found_it() throws Exception {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.cityManagement))))
                .andExpect(jsonPath("$.timeline[0].actor").value("督查组"));
        mvc.perform(get("/api/cases/{id}", id).with(as(TestUsers.office())))
                .andExpect(jsonPath("$.timeline[0].actor").value("督查员甲"));
    }

    @Test
    void work_is_passed_down_only_to_a_sub_unit_and_comes_back_for_submission() throws Exception {
        UUID id = city.dispatched("楼道堆物", city.county);
        CurrentUser countyHandler = city.handler(city.county);
        handle.sign(countyHandler, city.now(id), "");
        assertBreaks(
                "case.assign.not-sub-unit",
                () -> handle.assign(countyHandler, city.now(id), "", city.police, tomorrow()));
        handle.assign(countyHandler, city.now(id), "", city.street, tomorrow());
        handle.assign(city.handler(city.street), city.now(id), "", city.community, tomorrow());
        handle.handIn(city.handler(city.community), city.now(id), "已清", TestCity.SHOWN);
        handle.handIn(city.handler(city.street), city.now(id), "已清", TestCity.SHOWN);
        assertThat(city.count(
                        "select count(*) from case_assignment where case_id = ? and handed_in_at is not null", id))
                .isEqualTo(2);
        mvc.perform(get("/api/case-assignment-figures")
                        .param("from", "2020-01-01")
                        .param("to", "2099-12-31")
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$[?(@.unitName=='和平街道办')].assigned").value(1))
                .andExpect(jsonPath("$[?(@.unitName=='幸福社区')].assigned").value(1))
                .andExpect(jsonPath("$[?(@.unitName=='幸福社区')].overdueOpen").value(0));
        city.submit(id, city.county);
        assertBreaks(
                "case.verify.same-unit",
                () -> handle.verify(
                        TestUsers.inArea(StandardRole.CITY_OFFICE, city.area, city.county), city.now(id), true, ""));
    }

    @Test
    void the_next_actions_say_why_they_can_not_be_done() throws Exception {
        UUID id = city.found("沿街摆摊");
        city.dispatch(id, city.cityManagement, List.of(city.police));
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.police))))
                .andExpect(jsonPath("$.actions[?(@.command=='SIGN')].whyNot").value("只有牵头单位可以这样做。"));
        mvc.perform(get("/api/cases/{id}", id).with(as(city.handler(city.cityManagement))))
                .andExpect(jsonPath("$.actions[0].command").value("SIGN"))
                .andExpect(jsonPath("$.actions[0].whyNot").isEmpty())
                .andExpect(jsonPath("$.actions[?(@.command=='RECALL')]").isEmpty());
    }

    @Test
    void an_unknown_unit_or_bad_limit_is_refused_in_words() throws Exception {
        UUID id = city.found("沿街摆摊");
        assertBreaks("case.unit.unknown", () -> city.dispatch(id, Ids.next(), List.of()));
        mvc.perform(post("/api/cases/{id}/dispatches", id)
                        .with(as(TestUsers.office()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"requestId":"%s","version":1,"leadUnitId":"%s","limitAmount":0,"limitUnit":"WORKING_DAYS","pictureNeeded":true}""".formatted(Ids.next(), city.police)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("calendar.limit.out-of-range"));
    }

    @Test
    void an_annulled_case_leaves_the_lists_of_figures() {
        UUID id = city.found("误报");
        handle.annul(TestUsers.office(), city.now(id), HandleCase.Annulment.PROPOSE, "误报");
        CurrentUser second = TestUsers.office();
        handle.annul(second, city.now(id), HandleCase.Annulment.CONFIRM, "");
        assertThat(city.row(id)).containsEntry("state", "ANNULLED").containsEntry("annul_proposed", false);
    }

    @Test
    void a_picture_that_is_not_theirs_can_not_be_attached() {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        CurrentUser handler = city.handler(city.cityManagement);
        handle.sign(handler, city.now(id), "");
        assertBreaks(
                "media.unknown",
                () -> handle.submit(handler, city.now(id), "已整改", new StepFacts.Mended(List.of(Ids.next()), "")));
    }

    @Test
    void the_limit_given_at_dispatch_is_kept_in_the_timeline() {
        UUID id = city.dispatched("沿街摆摊", city.cityManagement);
        assertThat(city.record(id).file().mustHandle().limit()).isEqualTo(TimeLimit.workingDays(3));
    }

    private static Instant tomorrow() {
        return OffsetDateTime.now(Clock.systemUTC()).plusDays(1).toInstant();
    }
}
