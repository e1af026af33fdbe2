package org.civitas.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Answerable.Ground;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.TerritoryLoading.NewBoundary;
import org.civitas.territory.TerritoryLoading.NewDuty;
import org.civitas.territory.TerritoryLoading.NewRoad;
import org.civitas.territory.TerritoryLoading.NewWater;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@CityTest
class TerritoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private Areas areas;

    @Autowired
    private Units units;

    @Autowired
    private Duties duties;

    @Autowired
    private TerritoryLoading loading;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    private String city = "";

    @BeforeEach
    void aSmallCity() {
        city = CurrentCity.required().rootArea();
        jdbc.execute("truncate area, area_boundary, unit, duty");
        jdbc.update("""
                insert into site_type (code, ordinal, name, kind) values ('市场', 1, '农贸市场', 'PLACE') on conflict do nothing
                """);
        loading.areas(List.of(
                new NewArea(city, "测试市", AreaKind.CITY),
                new NewArea(city + "01001", "甲街道", AreaKind.SUBDISTRICT),
                new NewArea(city + "01", "东区", AreaKind.DISTRICT),
                new NewArea(city + "01001001", "一社区", AreaKind.COMMUNITY),
                new NewArea(city + "02", "西区", AreaKind.DISTRICT)));
    }

    @Test
    void theTreeKeepsPathsWhateverOrderItWasLoadedIn() {
        assertThat(areas.namePath(city + "01001001")).isEqualTo("测试市/东区/甲街道/一社区");
        assertThat(areas.root().orElseThrow().code()).isEqualTo(city);
        assertThat(areas.children(city)).extracting(Area::name).containsExactly("东区", "西区");
        assertThat(areas.ofLevel(AreaLevel.STREET, city + "01")).hasSize(1);
        assertThat(areas.ofLevel(AreaLevel.STREET, city + "02")).isEmpty();
        assertThat(areas.byCodes(List.of(city + "01", "000000"))).containsOnlyKeys(city + "01");
        assertThat(areas.namePath("000000")).isEqualTo("000000");
    }

    @Test
    void anAreaWithoutItsParentIsRefusedAndLoadingTwiceAddsNothing() {
        assertThat(catchThrowableOfType(
                                RuleViolation.class,
                                () -> loading.areas(List.of(new NewArea(city + "03001", "孤街道", AreaKind.SUBDISTRICT))))
                        .code())
                .isEqualTo("area.parent.unknown");
        assertThat(loading.areas(List.of(new NewArea(city + "01", "别名区", AreaKind.DISTRICT))))
                .isZero();
        assertThat(areas.byCode(city + "01").orElseThrow().name()).isEqualTo("东区");
    }

    @Test
    void theCityContainsWhatItsBoundaryHoldsAndTheCountryBeforeOneIsLoaded() {
        assertThat(areas.cityContains(new GeoPoint(118.3, 33.9))).isTrue();
        assertThat(areas.cityContains(new GeoPoint(2.3, 48.8))).isFalse();
        loading.boundaries(List.of(new NewBoundary(city, """
                {"type":"Polygon","coordinates":[[[118,33],[119,33],[119,34],[118,34],[118,33]]]}""")));
        assertThat(areas.cityContains(new GeoPoint(118.3, 33.9))).isTrue();
        assertThat(areas.cityContains(new GeoPoint(117.9, 33.9))).isFalse();
    }

    @Test
    void aSubUnitIsFoundHoweverDeepAndTheNearestTerritoryAnswersForACommunity() {
        Unit district = unit("QD01", UnitKind.TERRITORY, city + "01", null);
        Unit street = unit("JD01", UnitKind.TERRITORY, city + "01001", district.id());
        Unit community = unit("SQ01", UnitKind.BUREAU, city + "01001001", street.id());
        loading.units(List.of(district, street, community));
        assertThat(units.isSubUnitOf(community.id(), district.id())).isTrue();
        assertThat(units.isSubUnitOf(district.id(), community.id())).isFalse();
        assertThat(units.isSubUnitOf(district.id(), district.id())).isFalse();
        assertThat(units.subUnits(district.id())).containsExactly(street);
        assertThat(units.withSubUnits(street.id())).containsExactlyInAnyOrder(street.id(), community.id());
        assertThat(units.territoryUnitOf(city + "01001001")).contains(street);
        assertThat(units.territoryUnitOf(city + "02")).isEmpty();
        assertThat(units.search("jd0", 10)).containsExactly(street);
    }

    @Test
    void whoAnswersIsReadFromTheRegisterForManyPlacesAtOnce() {
        Unit bureau = unit("JU01", UnitKind.BUREAU, city, null);
        Unit street = unit("JD01", UnitKind.TERRITORY, city + "01001", null);
        loading.units(List.of(bureau, street));
        UUID account = Ids.next();
        loading.duties(List.of(
                new NewDuty(
                        new Duty(
                                Ids.next(),
                                DutyKind.COMPETENT,
                                new DutyTarget.OfType("市场", new AreaCode(city)),
                                bureau.id(),
                                null,
                                null,
                                null,
                                TODAY,
                                null),
                        "责任分工 1 号"),
                new NewDuty(
                        new Duty(
                                Ids.next(),
                                DutyKind.LEADER_COVER,
                                new DutyTarget.OfArea(new AreaCode(city + "01")),
                                bureau.id(),
                                "甲",
                                "副局长",
                                account,
                                TODAY,
                                TODAY.plusYears(1)),
                        "")));
        DutySubject market = DutySubject.ofType("市场", city + "01001001");
        DutySubject west = DutySubject.ofArea(city + "02");
        var answers = duties.answerableForAll(List.of(market, west), TODAY);
        assertThat(answers.get(market).department().orElseThrow().unitId()).isEqualTo(bureau.id());
        assertThat(answers.get(market).territory().orElseThrow().ground()).isEqualTo(Ground.AREA_UNIT);
        assertThat(answers.get(market).covering()).hasSize(1);
        assertThat(answers.get(west).department()).isEmpty();
        assertThat(answers.get(west).territory()).isEmpty();
        assertThat(duties.answerableFor(market, TODAY.minusDays(1)).department())
                .isEmpty();
        assertThat(duties.heldBy(null, account, TODAY)).hasSize(1);
        assertThat(duties.heldBy(bureau.id(), null, TODAY)).hasSize(2);
    }

    @Test
    void theTreeBeginsAtTheAskersAreaAndNothingOutsideIsShown() throws Exception {
        var officer = TestUsers.inArea(StandardRole.STREET_OFFICER, city + "01001", null);
        mvc.perform(get("/api/areas").with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value(city + "01001"))
                .andExpect(jsonPath("$[0].communities").value(1));
        mvc.perform(get("/api/areas").param("parent", city).with(as(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/api/areas/" + city + "02").with(as(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/api/areas").param("words", "区").with(as(officer)))
                .andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void aRenamedAreaRenamesThePathsBelowAndAStaleVersionIsRefused() throws Exception {
        String change = "{\"name\":\"新东区\",\"kind\":\"DISTRICT\",\"version\":0}";
        mvc.perform(put("/api/areas/" + city + "01")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change)
                        .with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.path").value("测试市/新东区"));
        assertThat(areas.namePath(city + "01001001")).isEqualTo("测试市/新东区/甲街道/一社区");
        mvc.perform(put("/api/areas/" + city + "01")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change)
                        .with(as(TestUsers.office())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("version.stale"));
    }

    @Test
    void aUnitIsAddedByTheOfficeAndNotByAStreet() throws Exception {
        String unit = "{\"code\":\"JU09\",\"name\":\"市某局\",\"kind\":\"BUREAU\",\"areaCode\":\"" + city + "\"}";
        mvc.perform(post("/api/units")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(unit)
                        .with(as(TestUsers.inArea(StandardRole.STREET_OFFICER, city + "01001", null))))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/units")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(unit)
                        .with(as(TestUsers.office())))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.areaPath").value("测试市"));
        mvc.perform(post("/api/units")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(unit)
                        .with(as(TestUsers.office())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("unit.code.taken"));
        mvc.perform(get("/api/units").param("query", "某局").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void aDutyIsAddedAnswersTheQuestionAndEnds() throws Exception {
        Unit bureau = unit("JU01", UnitKind.BUREAU, city, null);
        loading.units(List.of(bureau));
        String duty = "{\"kind\":\"COMPETENT\",\"areaCode\":\"" + city + "\",\"siteType\":\"市场\",\"unitId\":\""
                + bureau.id() + "\",\"firstDay\":\"2026-01-01\"}";
        String created = mvc.perform(post("/api/duties")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(duty)
                        .with(as(TestUsers.office())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        mvc.perform(get("/api/duties/answerable")
                        .param("areaCode", city + "01001")
                        .param("siteType", "市场")
                        .param("day", "2026-06-30")
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$.department.unitId").value(bureau.id().toString()))
                .andExpect(jsonPath("$.department.groundLabel").value("按类型与区划指定"));
        mvc.perform(post("/api/duties/" + id + "/ends")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"lastDay\":\"2026-03-31\",\"version\":0}")
                        .with(as(TestUsers.office())))
                .andExpect(status().isOk());
        mvc.perform(get("/api/duties/answerable")
                        .param("areaCode", city + "01001")
                        .param("siteType", "市场")
                        .param("day", "2026-06-30")
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$.department").doesNotExist());
        mvc.perform(get("/api/duties").param("on", "2026-02-01").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void theMapAnswersBoundariesOfTheLevelBelowAndRoads() throws Exception {
        String square =
                "{\"type\":\"Polygon\",\"coordinates\":[[[118,33],[118.5,33],[119,33],[119,34],[118,34],[118,33]]]}";
        loading.boundaries(List.of(new NewBoundary(city + "01", square), new NewBoundary(city + "01001", square)));
        loading.baseMap(
                List.of(new NewRoad("人民路", 2, "{\"type\":\"LineString\",\"coordinates\":[[118,33],[119,34]]}")),
                List.of(new NewWater("镜湖", square)));
        mvc.perform(get("/api/map/areas").param("level", "COUNTY").with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].properties.name").value("东区"))
                .andExpect(jsonPath("$.features[0].geometry.coordinates[0].length()")
                        .value(5));
        mvc.perform(get("/api/map/roads").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.features[0].properties.rank").value(2));
        mvc.perform(get("/api/map/waters").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.features[0].properties.name").value("镜湖"));
    }

    @Test
    void boundariesAreTakenFromAGeoJsonFileOrRefusedWithWordsForEachFeature() throws Exception {
        String ring = "[[[118,33],[119,33],[119,34],[118,34],[118,33]]]";
        String good = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"adcode\":"
                + city + "00},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + ring + "}}]}";
        mvc.perform(upload(good).with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.loaded").value(1));
        assertThat(areas.cityContains(new GeoPoint(118.5, 33.5))).isTrue();
        assertThat(areas.cityContains(new GeoPoint(117.5, 33.5))).isFalse();
        mvc.perform(get("/api/map/extent").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.east").value(119.0));
        String foreign = good.replace(city + "00", "110100").replace("119", "19");
        mvc.perform(upload(foreign).with(as(TestUsers.office())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("features[0]"));
        mvc.perform(upload(good.replace("118,33", "33,118")).with(as(TestUsers.office())))
                .andExpect(status().isBadRequest());
        mvc.perform(upload("no json").with(as(TestUsers.office()))).andExpect(status().is(422));
        mvc.perform(upload("").with(as(TestUsers.office()))).andExpect(status().isBadRequest());
        mvc.perform(upload(good).with(as(TestUsers.inArea(StandardRole.STREET_OFFICER, city + "01001", null))))
                .andExpect(status().isForbidden());
    }

    private static MockMultipartHttpServletRequestBuilder upload(String words) {
        return multipart("/api/areas/boundaries")
                .file(new MockMultipartFile(
                        "file", "边界.geojson", "application/geo+json", words.getBytes(StandardCharsets.UTF_8)));
    }

    private static Unit unit(String code, UnitKind kind, String area, UUID parent) {
        return new Unit(Ids.next(), code, "单位" + code, kind, area, parent, true);
    }
}
