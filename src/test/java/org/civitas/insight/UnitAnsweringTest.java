package org.civitas.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.DecompositionLoading;
import org.civitas.standard.DecompositionLoading.Naming;
import org.civitas.standard.ExampleEdition;
import org.civitas.territory.AreaKind;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a unit answers for: put together from decomposition, register, duties and cases, and only for those it concerns. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitAnsweringTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Autowired
    MockMvc web;

    private Unit market = bureau("K1", "市场局");
    private Unit housing = bureau("K2", "住建局");
    private Unit street = bureau("K3", "甲街道办");
    private UUID orphan = Ids.next();

    private static Unit bureau(String code, String name) {
        return new Unit(Ids.next(), code, name, UnitKind.BUREAU, "", null, true);
    }

    @BeforeAll
    void aDecomposedCity(
            @Autowired TerritoryLoading territory,
            @Autowired SiteLoading sites,
            @Autowired ExampleEdition example,
            @Autowired DecompositionLoading decomposition) {
        String city = CurrentCity.required().rootArea();
        territory.areas(List.of(
                new NewArea(city, "测试市", AreaKind.CITY),
                new NewArea(city + "01", "东区", AreaKind.DISTRICT),
                new NewArea(city + "01001", "甲街道", AreaKind.SUBDISTRICT),
                new NewArea(city + "02", "西区", AreaKind.DISTRICT),
                new NewArea(city + "02001", "乙街道", AreaKind.SUBDISTRICT)));
        market = new Unit(market.id(), "K1", "市场局", UnitKind.BUREAU, city, null, true);
        housing = new Unit(housing.id(), "K2", "住建局", UnitKind.BUREAU, city, null, true);
        street = new Unit(street.id(), "K3", "甲街道办", UnitKind.TERRITORY, city + "01001", null, true);
        territory.units(List.of(market, housing, street));
        UUID edition = example.putInUse().id();
        sites.sites(List.of(
                site(Ids.next(), "M-1", "市场", city + "01001", null, sites.newToken()),
                site(Ids.next(), "X-1", "小区", city + "01001", housing.id(), sites.newToken()),
                site(orphan, "X-2", "小区", city + "02001", null, sites.newToken())));
        decomposition.assign(
                edition,
                NEW_YEAR,
                "分工表",
                List.of(
                        new Naming(AssignedKind.REQUIREMENT, "1.1.1-1", market.id(), List.of(housing.id())),
                        new Naming(AssignedKind.SITE_TYPE, "市场", market.id(), List.of())));
    }

    private static Site site(UUID id, String code, String type, String area, @Nullable UUID department, String token) {
        return new Site(
                id,
                code,
                code + "点",
                type,
                area,
                "",
                new GeoPoint(118.5, 33.5),
                department,
                null,
                "",
                "",
                SiteState.ACTIVE,
                token,
                0);
    }

    private ResultActions ask(CurrentUser user, Unit unit, String rest) throws Exception {
        return web.perform(get("/api/units/" + unit.id() + "/answering" + rest).with(TestUsers.as(user)));
    }

    private CurrentUser handler(Unit unit) {
        return TestUsers.ofUnit(StandardRole.UNIT_HANDLER, unit.id());
    }

    @Test
    void a_unit_sees_its_own_standards_with_the_items_that_follow_their_type_of_site() throws Exception {
        ask(handler(market), market, "/standards")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code=='1.1.1-1')].role").value("牵头"))
                .andExpect(jsonPath("$[?(@.code=='1.1.1-1')].cos[0]").value("住建局"))
                .andExpect(jsonPath("$[?(@.code=='市场')].kind").value("SITE_TYPE"))
                .andExpect(jsonPath("$[?(@.code=~/市场-.*/)].own").isNotEmpty());
        ask(handler(housing), housing, "/standards")
                .andExpect(jsonPath("$[?(@.code=='1.1.1-1')].role").value("配合"));
    }

    @Test
    void the_lead_of_a_type_sees_its_sites_and_why_and_a_street_all_of_its_area() throws Exception {
        ask(handler(market), market, "/sites")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].code").value("M-1"))
                .andExpect(jsonPath("$.items[0].ground").value("任务分解中牵头该类点位"));
        CurrentUser officer = TestUsers.inArea(StandardRole.STREET_OFFICER, street.areaCode(), street.id());
        ask(officer, street, "/sites").andExpect(jsonPath("$.total").value(2));
        ask(officer, street, "").andExpect(jsonPath("$.cases.overdue").value(0));
    }

    @Test
    void another_unit_is_not_there_for_a_unit_and_every_unit_is_for_the_office() throws Exception {
        for (String rest : List.of("", "/standards", "/sites", "/duties", "/workbook", "/paper")) {
            ask(handler(market), housing, rest).andExpect(status().isNotFound());
        }
        ask(TestUsers.office(), housing, "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.requirements.helping").value(1))
                .andExpect(jsonPath("$.sites").value(1));
    }

    @Test
    void who_may_not_see_cases_gets_no_figure_of_them() throws Exception {
        ask(TestUsers.inspector(), housing, "").andExpect(jsonPath("$.cases").doesNotExist());
    }

    @Test
    void the_four_lists_are_four_sheets_and_a_paper_with_four_headings() throws Exception {
        byte[] workbook = ask(handler(market), market, "/workbook")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("标准清单", "点位清单", "问题清单", "责任清单");
            Sheet sites = book.findSheet("点位清单").orElseThrow();
            assertThat(sites.read().get(1).getCellText(1)).isEqualTo("M-1");
        }
        byte[] paper = ask(handler(market), market, "/paper")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(paper))) {
            List<String> lines = word.getParagraphs().stream()
                    .map(paragraph -> paragraph.getText())
                    .toList();
            assertThat(lines).contains("一、标准清单", "二、点位清单", "三、问题清单", "四、责任清单");
            assertThat(word.getTables()).hasSize(3);
        }
    }

    @Test
    void all_units_come_in_one_workbook_and_one_zip_as_far_as_the_asker_sees_them() throws Exception {
        byte[] zip = web.perform(get("/api/unit-lists/papers").with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(entries(zip)).isEqualTo(3);
        byte[] own = web.perform(get("/api/unit-lists/workbook").with(TestUsers.as(handler(housing))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(own))) {
            assertThat(book.findSheet("标准清单").orElseThrow().read().stream()
                            .skip(1)
                            .map(row -> row.getCellText(0))
                            .distinct())
                    .containsExactly("住建局");
        }
    }

    private static int entries(byte[] zip) throws Exception {
        int count = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                count++;
            }
        }
        return count;
    }

    @Test
    void a_site_without_department_or_territory_is_a_gap_until_its_type_has_a_lead() throws Exception {
        web.perform(get("/api/sites/unanswered").with(TestUsers.as(TestUsers.office())))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(orphan.toString()))
                .andExpect(jsonPath("$.items[0].noDepartment").value(true))
                .andExpect(jsonPath("$.items[0].noTerritory").value(true));
        web.perform(get("/api/workbench").with(TestUsers.as(TestUsers.office())))
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(
                        jsonPath("$.todo[?(@.url=='/sites/unanswered')].figure").value(1))
                .andExpect(
                        jsonPath("$.todo[?(@.url=~/.*kind=REQUIREMENT&gap=1/)]").isNotEmpty());
    }
}
