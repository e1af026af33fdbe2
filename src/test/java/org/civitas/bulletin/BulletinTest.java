package org.civitas.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.casework.TestCity;
import org.civitas.casework.application.HandleCase;
import org.civitas.identity.StandardRole;
import org.civitas.media.CameraPicture;
import org.civitas.media.Media;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Period;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CityTest
class BulletinTest {

    private static final LocalDate FIRST =
            LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).minusDays(20);
    private static final LocalDate LAST = FIRST.plusDays(40);

    @Autowired
    MockMvc web;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    HandleCase handle;

    @Autowired
    CaseFigures figures;

    @Autowired
    Media media;

    @Autowired
    JdbcTemplate jdbc;

    private TestCity city;
    private CurrentUser office;

    /** 城管局: two matters due, one mended in time, one open; 交警支队: nothing. */
    @BeforeEach
    void story() throws Exception {
        city = beans.createBean(TestCity.class);
        jdbc.execute("alter table bulletin disable trigger bulletin_final");
        jdbc.update("delete from bulletin_picture");
        jdbc.update("delete from bulletin where corrects_id is not null");
        jdbc.update("delete from bulletin");
        jdbc.execute("alter table bulletin enable trigger bulletin_final");
        jdbc.update("delete from case_cycle");
        jdbc.update("delete from case_file");
        city.build();
        office = TestUsers.office();
        UUID mended = city.submitted("占道经营", city.cityManagement);
        handle.verify(TestUsers.inspector(), city.now(mended), true, "");
        city.dispatched("垃圾满溢", city.cityManagement);
        jdbc.update("update case_cycle set deadline_at = now() - interval '1 minute'");
        jdbc.update("update case_file set deadline_at = now() - interval '1 minute'");
        jdbc.update(
                "update case_file set before_pictures = array[?::uuid], after_pictures = array[?::uuid] where state = 'CLOSED'",
                TestCity.PICTURE,
                TestCity.PICTURE);
        media.keepDrawn(TestCity.PICTURE, CameraPicture.drawn("jpg", 320, 240, Color.RED), city.area);
    }

    @Test
    void the_paper_says_exactly_what_the_figures_say() throws Exception {
        String id = draft();
        publish(id).andExpect(status().isOk());
        FigureSet total = figures.total(new FigureQuery(
                office.scope().areaCode(),
                null,
                null,
                new Period(FIRST, LAST),
                Clock.systemUTC().instant()));
        assertThat(total.due()).isEqualTo(2);

        try (XWPFDocument word = paper(office, id)) {
            String text =
                    word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains("测文创办〔" + LAST.getYear() + "〕1号")
                    .contains("共发现问题 " + total.found() + " 件，已整改销号 " + total.mended() + " 件，整改率 50.00%")
                    .contains("到期应办结 2 件，按时办结 1 件，按时办结率 50.00%")
                    .contains("例：市城管局，整改率 50.00×30＋按时办结率 50.00×30＋一次整改合格率 100.00×10＋签收及时率 50.00×10＝4500.00，÷80＝56.25。")
                    .contains("不参与排名（本期没有到期应办结的问题）：市交警支队。")
                    .contains("和平街道：垃圾满溢（市城管局，已超期，编号 ")
                    .contains("工作要求");
            XWPFTable units = word.getTables().getFirst();
            assertThat(cells(units, 1)).startsWith("1", "市城管局", "56.25", "50.00", "50.00", "100.00", "50.00", "2", "2");
            assertThat(word.getAllPictures()).isNotEmpty();
        }
    }

    @Test
    void the_page_shows_the_same_blocks_as_the_paper_and_every_step_of_the_computation() throws Exception {
        String id = draft();
        web.perform(get("/api/bulletins/" + id).with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.units.lines[0].name").value("市城管局"))
                .andExpect(jsonPath("$.units.lines[0].steps[0].numerator").value("1"))
                .andExpect(jsonPath("$.units.lines[0].steps[0].denominator").value("2"))
                .andExpect(jsonPath("$.units.unranked[0].reason").value("本期没有到期应办结的问题"))
                .andExpect(jsonPath("$.blocks[?(@.kind == 'PICTURES')].before").value(TestCity.PICTURE.toString()))
                .andExpect(jsonPath("$.line.number").value(containsString("〔    〕")))
                .andExpect(jsonPath("$.warnings[0]").value(containsString("测评轮次")));
    }

    @Test
    void figures_are_copied_when_drafted_and_anew_only_on_request() throws Exception {
        String id = draft();
        city.dispatched("新增问题", city.cityManagement);
        overview(id).andExpect(jsonPath("$.blocks[2].text").value(containsString("共发现问题 2 件")));
        send(post("/api/bulletins/" + id + "/recomputations"), office, "{\"version\": 0}")
                .andExpect(status().isOk());
        overview(id).andExpect(jsonPath("$.blocks[2].text").value(containsString("共发现问题 3 件")));
    }

    @Test
    void words_can_be_changed_in_a_draft_but_not_over_somebody_elses_change() throws Exception {
        String id = draft();
        String words = """
                {"title": "关于十一月情况的通报", "numberWord": "测创", "opening": "现通报如下。", "typicalCases": [],
                 "requirements": ["一要整改", " "], "version": %d,
                 "head": {"organ": "测试市文件", "addressee": "各单位", "signature": "测试市", "copies": ""}}
                """;
        send(put("/api/bulletins/" + id), office, words.formatted(0)).andExpect(status().isOk());
        send(put("/api/bulletins/" + id), office, words.formatted(0)).andExpect(status().isConflict());
        web.perform(get("/api/bulletins/" + id).with(as(office)))
                .andExpect(jsonPath("$.line.title").value("关于十一月情况的通报"))
                .andExpect(jsonPath("$.requirements.length()").value(1))
                .andExpect(jsonPath("$.typical.length()").value(0));
        send(put("/api/bulletins/" + id), office, words.formatted(1).replace("关于十一月情况的通报", ""))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_published_bulletin_never_changes_and_a_correction_is_a_new_edition_with_its_reason() throws Exception {
        String id = draft();
        publish(id).andExpect(status().isOk());
        publish(id).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("bulletin.published"));
        send(post("/api/bulletins/" + id + "/recomputations"), office, "{\"version\": 1}")
                .andExpect(status().is(422));
        web.perform(delete("/api/bulletins/" + id).with(as(office))).andExpect(status().is(422));
        assertThatThrownBy(() -> jdbc.update("update bulletin set title = '改' where id = ?", UUID.fromString(id)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");

        send(post("/api/bulletins/" + id + "/corrections"), office, "{\"reason\": \" \"}")
                .andExpect(status().isBadRequest());
        String next = id(send(post("/api/bulletins/" + id + "/corrections"), office, "{\"reason\": \"一件误报\"}"));
        send(post("/api/bulletins/" + id + "/corrections"), office, "{\"reason\": \"又一件\"}")
                .andExpect(status().isConflict());
        publish(next).andExpect(status().isOk());
        try (XWPFDocument word = paper(office, next)) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("测文创办〔" + LAST.getYear() + "〕1号", "本通报为更正版（第 2 版），原通报同时作废。更正原因：一件误报。");
        }
        web.perform(get("/api/bulletins/" + id).with(as(office)))
                .andExpect(jsonPath("$.line.correctedBy").value(next));
    }

    @Test
    void numbers_run_on_within_the_year() throws Exception {
        publish(draft()).andExpect(status().isOk());
        String second = draft();
        publish(second).andExpect(status().isOk());
        web.perform(get("/api/bulletins/" + second).with(as(office)))
                .andExpect(jsonPath("$.line.number").value(containsString("〕2号")));
    }

    @Test
    void units_see_published_bulletins_only_and_with_them_their_pictures() throws Exception {
        CurrentUser unit = city.handler(city.police);
        String id = draft();
        String picture = "/api/media/" + TestCity.PICTURE;
        for (String path : List.of("/api/bulletins/" + id, "/api/bulletins/" + id + "/paper", picture)) {
            web.perform(get(path).with(as(unit))).andExpect(status().isNotFound());
        }
        assertThat(found(unit)).doesNotContain("/bulletins/" + id);
        web.perform(get("/api/bulletins").with(as(unit)))
                .andExpect(jsonPath("$.items.length()").value(0));
        publish(id).andExpect(status().isOk());
        for (String path : List.of("/api/bulletins/" + id, "/api/bulletins/" + id + "/paper", picture)) {
            web.perform(get(path).with(as(unit))).andExpect(status().isOk());
        }
        assertThat(found(unit)).contains("/bulletins/" + id);
        web.perform(get("/api/bulletins").with(as(unit)))
                .andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get("/api/bulletins").with(as(TestUsers.inspector()))).andExpect(status().isForbidden());
        send(post("/api/bulletins/" + id + "/corrections"), unit, "{\"reason\": \"x\"}")
                .andExpect(status().isForbidden());
    }

    @Test
    void a_bulletin_of_one_county_is_not_seen_in_another() throws Exception {
        String id = id(send(post("/api/bulletins"), office, form(city.area)));
        publish(id).andExpect(status().isOk());
        CurrentUser inside = TestUsers.inArea(StandardRole.STREET_OFFICER, city.street1, null);
        CurrentUser outside =
                TestUsers.inArea(StandardRole.COUNTY_OFFICE, office.scope().areaCode() + "03", null);
        web.perform(get("/api/bulletins/" + id).with(as(inside))).andExpect(status().isOk());
        web.perform(get("/api/bulletins/" + id).with(as(outside))).andExpect(status().isNotFound());
    }

    @Test
    void a_scheme_gets_a_new_edition_and_used_ones_stay() throws Exception {
        String scheme = """
                {"name": "综合排名办法", "leastDue": 3,
                 "items": [{"indicator": "MENDED_RATE", "weight": 50}, {"indicator": "ON_TIME_RATE", "weight": %d}]}
                """;
        send(post("/api/ranking-schemes"), office, scheme.formatted(40))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("ranking.weights"));
        send(post("/api/ranking-schemes"), office, scheme.formatted(50)).andExpect(status().isOk());
        web.perform(get("/api/ranking-schemes").with(as(office)))
                .andExpect(jsonPath("$[0].edition").value(2))
                .andExpect(jsonPath("$[1].edition").value(1));
        String id = draft();
        web.perform(get("/api/bulletins/" + id).with(as(office)))
                .andExpect(jsonPath("$.units.lines.length()").value(0))
                .andExpect(
                        jsonPath("$.units.unranked[?(@.name == '市城管局')].reason").value("本期到期应办结的问题只有 2 件，少于 3 件"));
        jdbc.update("delete from bulletin");
        jdbc.update("delete from ranking_scheme where edition > 1");
    }

    @Test
    void a_published_bulletin_is_counted_as_a_paper_that_ranked_units_received() throws Exception {
        String id = draft();
        publish(id).andExpect(status().isOk());
        assertThat(jdbc.queryForList(
                        "select unit_id from burden_entry where kind = 'PAPER' and subject_id = ?", UUID.class, id))
                .containsExactly(city.cityManagement);
    }

    private String found(CurrentUser user) throws Exception {
        return web.perform(get("/api/search").param("q", "督查整改情况").with(as(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> cells(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream()
                .map(cell -> cell.getText())
                .toList();
    }

    private String draft() throws Exception {
        return id(send(post("/api/bulletins"), office, form(office.scope().areaCode())));
    }

    private static String form(String area) {
        return "{\"areaCode\": \"%s\", \"periodFirst\": \"%s\", \"periodLast\": \"%s\"}".formatted(area, FIRST, LAST);
    }

    private ResultActions publish(String id) throws Exception {
        int version =
                jdbc.queryForObject("select version from bulletin where id = ?", Integer.class, UUID.fromString(id));
        return send(post("/api/bulletins/" + id + "/publications"), office, "{\"version\": " + version + "}");
    }

    private ResultActions overview(String id) throws Exception {
        return web.perform(get("/api/bulletins/" + id).with(as(office))).andExpect(status().isOk());
    }

    private XWPFDocument paper(CurrentUser user, String id) throws Exception {
        byte[] bytes = web.perform(get("/api/bulletins/" + id + "/paper").with(as(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonPath.read(
                answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8),
                "$.id");
    }

    private ResultActions send(MockHttpServletRequestBuilder request, CurrentUser user, String json) throws Exception {
        return web.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(json).with(as(user)));
    }
}
