package org.civitas.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Who answers for what in an edition: named in bulk, dated, taken back, imported, copied. */
@CityTest
class DecompositionTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvc web;

    @Autowired
    ExampleEdition example;

    @Autowired
    Decomposition decomposition;

    @Autowired
    Editions editions;

    @Autowired
    TerritoryLoading territory;

    @Autowired
    JdbcTemplate jdbc;

    private UUID edition = Ids.next();
    private @Nullable CurrentUser office;
    private Unit housing = unit("住建局");
    private Unit market = unit("市场局");

    private RequestPostProcessor office() {
        return TestUsers.as(Objects.requireNonNull(office));
    }

    private static Unit unit(String name) {
        return new Unit(Ids.next(), "D" + Ids.next().toString().substring(24), name, UnitKind.BUREAU, "", null, true);
    }

    @BeforeEach
    void anEditionInUseAndTwoBureaus() {
        String city = CurrentCity.required().rootArea();
        jdbc.execute("truncate unit");
        housing = new Unit(Ids.next(), "D1", "住建局", UnitKind.BUREAU, city, null, true);
        market = new Unit(Ids.next(), "D2", "市场局", UnitKind.BUREAU, city, null, true);
        territory.units(List.of(housing, market));
        edition = example.putInUse().id();
        office = TestUsers.office();
    }

    private ResultActions change(Map<String, Object> body) throws Exception {
        return web.perform(post("/api/editions/" + edition + "/decomposition/changes")
                .with(office())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body)));
    }

    private static Map<String, Object> subject(String kind, String code, int seen) {
        return Map.of("kind", kind, "code", code, "seen", seen);
    }

    private String named(String code, UUID lead, int seen, String from) throws Exception {
        String body = change(Map.of(
                        "subjects",
                        List.of(subject("REQUIREMENT", code, seen)),
                        "step",
                        "SET_LEAD",
                        "leadUnitId",
                        lead,
                        "firstDay",
                        from,
                        "reason",
                        "云文创〔2026〕3号"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.id");
    }

    private @Nullable UUID lead(String code, String day) {
        return decomposition
                .on(edition, LocalDate.parse(day))
                .of(AssignedKind.REQUIREMENT, code)
                .lead();
    }

    @Test
    void many_rows_get_their_units_at_once_while_the_words_stay_locked() throws Exception {
        change(Map.of(
                        "subjects",
                        List.of(
                                subject("REQUIREMENT", "1.1.1-1", 0),
                                subject("REQUIREMENT", "1.1.2-1", 0),
                                subject("SITE_TYPE", "市场", 0)),
                        "step",
                        "SET",
                        "leadUnitId",
                        market.id(),
                        "otherUnitIds",
                        List.of(housing.id()),
                        "reason",
                        "分工方案"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.subjects").value(3))
                .andExpect(jsonPath("$.what").value("指定：市场局、住建局"));
        web.perform(get("/api/editions/" + edition + "/decomposition?kind=REQUIREMENT")
                        .with(office()))
                .andExpect(jsonPath("$[?(@.code=='1.1.2-1')].lead.name").value("市场局"))
                .andExpect(jsonPath("$[?(@.code=='1.1.2-1')].cos[0].name").value("住建局"))
                .andExpect(jsonPath("$[?(@.code=='1.1.2-1')].seen").value(1));
        assertThat(decomposition.siteTypesLedBy(List.of(market.id()), LocalDate.now()))
                .containsExactly("市场");
        web.perform(get("/api/editions/" + edition + "/decomposition/gaps").with(office()))
                .andExpect(jsonPath("$.requirements")
                        .value(editions.content(edition).requirements().size() - 2));
    }

    @Test
    void a_change_in_use_needs_a_reason_and_what_somebody_else_named_meanwhile_is_not_overwritten() throws Exception {
        change(Map.of(
                        "subjects",
                        List.of(subject("REQUIREMENT", "1.1.1-1", 0)),
                        "step",
                        "SET_LEAD",
                        "leadUnitId",
                        market.id()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("decomposition.reason.missing"));
        named("1.1.1-1", market.id(), 0, "2026-01-01");
        change(Map.of(
                        "subjects",
                        List.of(subject("REQUIREMENT", "1.1.1-1", 0)),
                        "step",
                        "SET_LEAD",
                        "leadUnitId",
                        housing.id(),
                        "reason",
                        "文件"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("version.stale"));
        assertThat(lead("1.1.1-1", "2026-01-01")).isEqualTo(market.id());
    }

    @Test
    void units_change_from_a_day_on_and_the_day_before_still_answers_as_it_was() throws Exception {
        named("1.1.1-1", market.id(), 0, "2026-01-01");
        named("1.1.1-1", housing.id(), 1, "2026-07-01");
        assertThat(lead("1.1.1-1", "2025-12-31")).isNull();
        assertThat(lead("1.1.1-1", "2026-06-30")).isEqualTo(market.id());
        assertThat(lead("1.1.1-1", "2026-07-01")).isEqualTo(housing.id());
    }

    @Test
    void a_change_is_taken_back_whole_unless_it_was_overtaken() throws Exception {
        String first = named("1.1.1-1", market.id(), 0, "2026-01-01");
        String second = named("1.1.1-1", housing.id(), 1, "2026-07-01");
        String undo = "/api/editions/" + edition + "/decomposition/changes/%s/reversals";
        web.perform(post(undo.formatted(first)).with(office()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("decomposition.overtaken"));
        web.perform(post(undo.formatted(second)).with(office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.undoneBy").value("市创建办甲"));
        assertThat(lead("1.1.1-1", "2026-07-01")).isEqualTo(market.id());
        web.perform(post(undo.formatted(second)).with(office()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("decomposition.undone"));
        named("1.1.1-1", housing.id(), 1, "2026-08-01");
        web.perform(get("/api/editions/" + edition + "/decomposition/changes?limit=2")
                        .with(office()))
                .andExpect(jsonPath("$.items[0].number").value(3))
                .andExpect(jsonPath("$.items[1].undoneAt").isNotEmpty())
                .andExpect(jsonPath("$.next").isNotEmpty());
    }

    @Test
    void an_item_that_follows_its_type_can_not_be_emptied_at_the_item() throws Exception {
        change(Map.of(
                        "subjects",
                        List.of(subject("SITE_TYPE", "小区", 0)),
                        "step",
                        "SET_LEAD",
                        "leadUnitId",
                        housing.id(),
                        "reason",
                        "文件"))
                .andExpect(status().isCreated());
        change(Map.of("subjects", List.of(subject("CHECK_ITEM", "小区-01-01", 0)), "step", "CLEAR", "reason", "文件"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("decomposition.inherited"));
        change(Map.of(
                        "subjects",
                        List.of(subject("CHECK_ITEM", "小区-01-01", 0)),
                        "step",
                        "ADD_CO",
                        "otherUnitIds",
                        List.of(market.id()),
                        "reason",
                        "文件"))
                .andExpect(status().isCreated());
        AssignedUnits own = decomposition.on(edition, LocalDate.now()).of(AssignedKind.CHECK_ITEM, "小区-01-01");
        assertThat(own.lead()).isEqualTo(housing.id());
        assertThat(own.cos()).containsExactly(market.id());
        assertThat(own.ground()).isEqualTo(AssignedUnits.Ground.OWN);
    }

    @Test
    void a_copied_edition_keeps_its_units() throws Exception {
        named("1.1.1-1", market.id(), 0, "2026-01-01");
        String copy = web.perform(post("/api/editions/" + edition + "/copies").with(office()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(decomposition
                        .on(UUID.fromString(JsonPath.read(copy, "$.id")), LocalDate.of(2026, 2, 1))
                        .of(AssignedKind.REQUIREMENT, "1.1.1-1")
                        .lead())
                .isEqualTo(market.id());
    }

    @Test
    void what_is_exported_comes_back_and_only_what_was_changed_is_written() throws Exception {
        named("1.1.1-1", market.id(), 0, "2026-01-01");
        byte[] sheet = web.perform(get("/api/editions/" + edition + "/decomposition/export")
                        .with(office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String preview = preview(filled(sheet, "1.1.2-1", "住建局", "市场局", "文件"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faultyRows").value(0))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(preview, "$.previewId");
        web.perform(post("/api/editions/" + edition + "/decomposition/imports/previews/" + id + "/commits")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"mode\":\"ALL\"}"))
                .andExpect(status().isOk());
        AssignedUnits now = decomposition.on(edition, LocalDate.now()).of(AssignedKind.REQUIREMENT, "1.1.2-1");
        assertThat(now.lead()).isEqualTo(housing.id());
        assertThat(now.cos()).containsExactly(market.id());
        assertThat(jdbc.queryForObject(
                        "select count(*) from decomposition_line where edition_id = ?", Integer.class, edition))
                .isEqualTo(2);
    }

    @Test
    void a_sheet_names_the_fault_at_its_cell_and_nothing_is_written() throws Exception {
        byte[] sheet = web.perform(get("/api/editions/" + edition + "/decomposition/export")
                        .with(office()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        preview(filled(sheet, "1.1.2-1", "不存在的局", "市场局", ""))
                .andExpect(jsonPath("$.faultyRows").value(1))
                .andExpect(jsonPath("$.faults[0].column").value("牵头单位"))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("不存在的局")));
        preview(filled(sheet, "1.1.2-1", "市场局", "", ""))
                .andExpect(jsonPath("$.faults[0].column").value("依据"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from decomposition_line where edition_id = ?", Integer.class, edition))
                .isZero();
    }

    private ResultActions preview(byte[] sheet) throws Exception {
        return web.perform(multipart("/api/editions/" + edition + "/decomposition/imports/previews")
                .file(new MockMultipartFile("file", "任务分解.xlsx", null, sheet))
                .with(office()));
    }

    /** The same sheet with other units in the row of a code; dates are left out. */
    private static byte[] filled(byte[] sheet, String code, String lead, String cos, String reason) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Workbook copy = new Workbook(out, "test", "1.0");
            var target = copy.newWorksheet("任务分解");
            var rows = book.getFirstSheet().read();
            List<String> head = List.of("类别", "编码", "名称", "测评方法", "牵头单位", "配合单位", "来源", "生效日期", "依据");
            for (int r = 0; r < rows.size(); r++) {
                boolean mine = rows.get(r).getCellText(1).equals(code);
                for (int c = 0; c < head.size(); c++) {
                    String text = c < rows.get(r).getCellCount() && c < 7 || r == 0
                            ? rows.get(r).getCellText(c)
                            : "";
                    String value = !mine ? text : c == 4 ? lead : c == 5 ? cos : c == 8 ? reason : text;
                    if (!value.isEmpty()) {
                        target.value(r, c, value);
                    }
                }
            }
            copy.finish();
            return out.toByteArray();
        }
    }
}
