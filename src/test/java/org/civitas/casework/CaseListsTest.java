package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.shared.Ids;
import org.civitas.shared.Period;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@CityTest
class CaseListsTest {

    private static final Instant CUTOFF = Instant.parse("2026-11-20T08:00:00Z");

    @Autowired
    AutowireCapableBeanFactory beans;

    TestCity city;

    @Autowired
    CaseFigures figures;

    @Autowired
    CaseTypes types;

    @Autowired
    HandleCase handle;

    @Autowired
    @Qualifier("org.civitas.casework.persistence.CasePictures")
    MediaVisibility visibility;

    @Autowired
    @Qualifier("org.civitas.casework.application.CaseWorkbench")
    WorkbenchContributor workbench;

    @Autowired
    @Qualifier("org.civitas.casework.application.CaseSearch")
    SearchContributor search;

    @Autowired
    MockMvc mvc;

    CurrentUser office;

    @BeforeEach
    void build() {
        city = beans.createBean(TestCity.class);
        city.build();
        office = TestUsers.office();
        for (String table : List.of("case_file", "case_step", "case_cycle", "case_route", "case_picture")) {
            city.jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void the_published_reference_point_comes_out_of_the_tables() {
        written(2_537, "CLOSED", "2026-03-10T02:00:00Z", "2026-03-12T02:00:00Z");
        written(411, "HANDLING", "2026-03-11T02:00:00Z", null);
        written(7, "DISMISSED", "2026-03-11T02:00:00Z", null);
        written(5, "ANNULLED", "2026-03-11T02:00:00Z", null);
        FigureSet march = figures.total(query("2026-03-01", "2026-03-31"));
        assertThat(march.mendedRate()).isEqualTo(new Ratio(2_537, 2_948));
        assertThat(march.mendedRate().percent()).isEqualByComparingTo("86.06");
    }

    @Test
    void months_add_up_to_the_year_and_a_late_closing_is_due_once_in_the_month_of_its_deadline() {
        written(3, "CLOSED", "2026-01-30T02:00:00Z", "2026-02-20T02:00:00Z");
        written(4, "CLOSED", "2026-05-04T02:00:00Z", "2026-05-05T02:00:00Z");
        written(2, "HANDLING", "2026-11-02T02:00:00Z", null);
        FigureQuery year = query("2026-01-01", "2026-12-31");
        FigureSet whole = figures.total(year);
        var months = figures.byMonth(year);
        assertThat(months).hasSize(12);
        assertThat(months.values().stream().mapToLong(FigureSet::found).sum())
                .isEqualTo(whole.found())
                .isEqualTo(9);
        assertThat(months.values().stream().mapToLong(FigureSet::due).sum())
                .isEqualTo(whole.due())
                .isEqualTo(9);
        assertThat(months.get(YearMonth.of(2026, 1)).due()).isZero();
        assertThat(months.get(YearMonth.of(2026, 2)).onTimeRate()).isEqualTo(new Ratio(0, 3));
        assertThat(whole.overdueOpen()).isEqualTo(2);
        assertThat(whole.cleared()).isFalse();
    }

    @Test
    void a_figure_opens_the_list_behind_it() throws Exception {
        written(3, "CLOSED", "2026-03-10T02:00:00Z", "2026-03-12T02:00:00Z");
        written(2, "HANDLING", "2026-03-11T02:00:00Z", null);
        mvc.perform(get("/api/cases")
                        .param("figure", "MENDED")
                        .param("figureFrom", "2026-03-01")
                        .param("figureTo", "2026-03-31")
                        .param("cutoff", CUTOFF.toString())
                        .with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3));
        mvc.perform(get("/api/case-figures")
                        .param("from", "2026-03-01")
                        .param("to", "2026-03-31")
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$.total.figures.found").value(5))
                .andExpect(jsonPath("$.total.mendedRate").value(60.00))
                .andExpect(jsonPath("$.lines[0].name").value("市城管局"));
    }

    @Test
    void a_unit_gets_figures_of_itself_only() throws Exception {
        written(3, "HANDLING", "2026-03-11T02:00:00Z", null);
        mvc.perform(get("/api/case-figures")
                        .param("from", "2026-03-01")
                        .param("to", "2026-03-31")
                        .param("unit", city.cityManagement.toString())
                        .with(as(city.handler(city.police))))
                .andExpect(jsonPath("$.total.figures.found").value(0));
    }

    @Test
    void pages_hand_out_every_case_once() throws Exception {
        written(25, "HANDLING", "2026-03-11T02:00:00Z", null);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = get("/api/cases").param("limit", "10").with(as(TestUsers.office()));
            if (after != null) {
                request.param("after", after);
            }
            String body = mvc.perform(request).andReturn().getResponse().getContentAsString();
            seen.addAll(JsonPath.read(body, "$.items[*].id"));
            after = JsonPath.read(body, "$.next");
        } while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        mvc.perform(get("/api/cases").param("after", "zzz").with(as(TestUsers.office())))
                .andExpect(status().isBadRequest());
    }

    @Test
    void words_colours_and_states_find_their_cases() throws Exception {
        UUID id = city.dispatched("幸福路口摊贩占道", city.cityManagement);
        city.found("楼道里堆放纸箱");
        list("q", "摊贩占道", 1);
        list("q", "纸箱", 1);
        list("q", "没有的词", 0);
        list("state", "DISPATCHED", 1);
        list("urgency", "NORMAL", 1);
        list("unit", city.cityManagement.toString(), 1);
        list("type", "L001", 2);
        list("area", city.area, 2);
        mvc.perform(get("/api/cases").param("state", "NOSUCH").with(as(TestUsers.office())))
                .andExpect(status().isBadRequest());
        assertThat(id).isNotNull();
    }

    @Test
    void the_export_is_a_workbook_of_what_the_scope_shows() throws Exception {
        city.dispatched("幸福路口摊贩占道", city.cityManagement);
        byte[] office = mvc.perform(get("/api/cases/export").with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(office[0]).isEqualTo((byte) 'P');
        byte[] stranger = mvc.perform(get("/api/cases/export").with(as(city.handler(city.police))))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(rows(office)).isEqualTo(rows(stranger) + 1);
    }

    @Test
    void dispatch_is_proposed_by_route_then_by_habit_with_the_reason() throws Exception {
        for (int i = 0; i < 6; i++) {
            city.dispatched("占道 " + i, city.police);
        }
        city.found("又一处占道");
        mvc.perform(get("/api/case-dispatch-plans").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.items[0].unitName").value("市交警支队"))
                .andExpect(jsonPath("$.items[0].reason").value("最近 6 件同类问题有 6 件交给该单位"))
                .andExpect(jsonPath("$.items[0].limit.words").value("4工作小时"));
        types.route("L001", city.area, city.cityManagement);
        mvc.perform(get("/api/case-dispatch-plans").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.items[0].unitName").value("市城管局"))
                .andExpect(jsonPath("$.items[0].ground").value("ROUTE"));
    }

    @Test
    void a_unit_that_refused_is_not_proposed_again() throws Exception {
        types.route("L001", city.area, city.cityManagement);
        UUID id = city.dispatched("占道", city.cityManagement);
        handle.refuse(city.handler(city.cityManagement), city.now(id), "不归我管", "三定方案");
        mvc.perform(get("/api/cases/{id}/dispatch-plan", id).with(as(TestUsers.office())))
                .andExpect(jsonPath("$.unitName").value(not("市城管局")));
    }

    @Test
    void many_are_dispatched_at_once_and_each_answers_for_itself() throws Exception {
        UUID good = city.found("占道一");
        UUID stale = city.found("占道二");
        String item = """
                {"caseId":"%s","dispatch":{"requestId":"%s","version":%d,"leadUnitId":"%s","limitAmount":4,"limitUnit":"WORKING_HOURS","pictureNeeded":true}}""";
        String body = "{\"items\":[" + item.formatted(good, Ids.next(), 1, city.police) + ","
                + item.formatted(stale, Ids.next(), 9, city.police) + "]}";
        mvc.perform(post("/api/case-dispatches")
                        .with(as(TestUsers.office()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(jsonPath("$[0].fault").isEmpty())
                .andExpect(jsonPath("$[1].fault").isNotEmpty());
        assertThat(city.row(good)).containsEntry("state", "DISPATCHED");
        assertThat(city.row(stale)).containsEntry("state", "ACCEPTED");
    }

    @Test
    void an_import_shows_each_fault_at_its_cell_and_takes_the_good_rows() throws Exception {
        byte[] book = workbook(
                List.of("问题描述", "问题类型", "区划代码"),
                List.of("幸福路口占道", "占道经营", city.street1),
                List.of("没有这种类型", "飞碟", city.street1),
                List.of("没有这个区域", "占道经营", "999999"));
        String preview = mvc.perform(multipart("/api/cases/imports/previews")
                        .file(new MockMultipartFile("file", "问题.xlsx", null, book))
                        .with(as(office)))
                .andExpect(jsonPath("$.goodRows").value(1))
                .andExpect(jsonPath("$.faults[0].column").value("问题类型"))
                .andExpect(jsonPath("$.faults[1].column").value("区划代码"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(post("/api/cases/imports/previews/{id}/commits", JsonPath.<String>read(preview, "$.previewId"))
                        .with(as(office))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"mode\":\"GOOD_ROWS\"}"))
                .andExpect(status().isOk());
        assertThat(city.count("select count(*) from case_file where state = 'ACCEPTED'"))
                .isEqualTo(1);
    }

    @Test
    void a_picture_is_seen_by_those_who_see_its_case() {
        city.dispatched("占道", city.cityManagement);
        assertThat(visibility.shows(TestCity.PICTURE, city.handler(city.cityManagement)))
                .isTrue();
        assertThat(visibility.shows(TestCity.PICTURE, city.handler(city.police)))
                .isFalse();
    }

    @Test
    void the_home_page_says_what_waits_for_whom() {
        city.found("占道一");
        city.dispatched("占道二", city.cityManagement);
        assertThat(workbench.items(TestUsers.office()))
                .anySatisfy(item -> assertThat(item.title() + item.figure()).isEqualTo("待交办问题1"));
        assertThat(workbench.items(city.handler(city.cityManagement)))
                .anySatisfy(item -> assertThat(item.title() + item.figure()).isEqualTo("本单位待办问题1"));
        assertThat(workbench.items(city.handler(city.police)))
                .noneSatisfy(item -> assertThat(item.title()).isEqualTo("本单位待办问题"));
    }

    @Test
    void the_search_over_everything_finds_only_what_the_asker_sees() {
        city.dispatched("幸福路口摊贩占道", city.cityManagement);
        assertThat(search.find(TestUsers.office(), "摊贩占道", 5)).hasSize(1);
        assertThat(search.find(city.handler(city.police), "摊贩占道", 5)).isEmpty();
    }

    @SafeVarargs
    private static byte[] workbook(List<String>... rows) throws Exception {
        var out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("问题");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].size(); c++) {
                    sheet.value(r, c, rows[r].get(c));
                }
            }
        }
        return out.toByteArray();
    }

    private static int rows(byte[] workbook) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read().size();
        }
    }

    private void list(String filter, String value, int expected) throws Exception {
        mvc.perform(get("/api/cases").param(filter, value).with(as(TestUsers.office())))
                .andExpect(jsonPath("$.total").value(expected));
    }

    private static FigureQuery query(String from, String to) {
        return new FigureQuery(
                CurrentCity.required().rootArea(),
                null,
                null,
                new Period(LocalDate.parse(from), LocalDate.parse(to)),
                CUTOFF);
    }

    /** Rows as they would stand after such stories: dispatched one hour after the report, due five days later. */
    private void written(int count, String state, String reported, String closed) {
        Instant at = Instant.parse(reported);
        for (int i = 0; i < count; i += 1000) {
            city.jdbc
                    .sql("""
                            with f as (
                                insert into case_file (id, number, state, version, cycle, type_code, channel, description,
                                    area_code, spot, reporter_id, reporter_name, picture_needed, found_at, reported_at,
                                    accepted_at, closed_at, lead_unit_id, unit_ids, deadline_at, provisional, refusals,
                                    reworks, seen_again, annul_proposed, before_pictures, after_pictures, search)
                                select gen_random_uuid(), gen_random_uuid()::text, :state, 5, 1, 'L001', 'OFFICER', '占道', :area,
                                    '', gen_random_uuid(), '甲', true, :at, :at, :at, cast(:closed as timestamptz), :unit,
                                    array[cast(:unit as uuid)], :deadline, false, 0, 0, 0, false, '{}', '{}', ''
                                from generate_series(1, :count)
                                returning id)
                            insert into case_cycle (case_id, cycle, lead_unit_id, first_dispatched_at, dispatched_at,
                                deadline_at, first_submitted_at, stopped_at, closed_at, on_time)
                            select id, 1, :unit, :at, :at, :deadline, :closed, :closed, :closed,
                                cast(:closed as timestamptz) <= :deadline from f
                            where :state <> 'DISMISSED'
                            """)
                    .param("state", state)
                    .param("area", city.street1)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param(
                            "closed",
                            closed == null ? null : Instant.parse(closed).atOffset(ZoneOffset.UTC))
                    .param("unit", city.cityManagement)
                    .param("deadline", at.plusSeconds(5 * 24 * 3600).atOffset(ZoneOffset.UTC))
                    .param("count", Math.min(1000, count - i))
                    .update();
        }
    }
}
