package org.civitas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.AreaKind;
import org.civitas.territory.Gcj02;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.TerritoryLoading.NewBoundary;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CityTest
class SiteTest {

    private static final List<String> HEADERS =
            List.of("点位编号", "点位名称", "点位类型", "区划代码", "地址", "经度", "纬度", "坐标系", "主管部门", "属地单位", "负责人", "备注");

    @Autowired
    private TerritoryLoading territory;

    @Autowired
    private SiteLoading loading;

    @Autowired
    private Sites sites;

    @Autowired
    private SiteTypes types;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    private String city = "";
    private String east = "";
    private String west = "";
    private String type = "";
    private String typeName = "";
    private Unit bureau = new Unit(Ids.next(), "", "", UnitKind.BUREAU, "", null, true);

    @BeforeEach
    void aSmallCity() {
        city = CurrentCity.required().rootArea();
        east = city + "01001001";
        west = city + "02001001";
        jdbc.execute("truncate area, area_boundary, unit, duty, site, site_version");
        territory.areas(List.of(
                new NewArea(city, "测试市", AreaKind.CITY),
                new NewArea(city + "01", "东区", AreaKind.DISTRICT),
                new NewArea(city + "01001", "甲街道", AreaKind.SUBDISTRICT),
                new NewArea(east, "一社区", AreaKind.COMMUNITY),
                new NewArea(city + "02", "西区", AreaKind.DISTRICT),
                new NewArea(city + "02001", "乙街道", AreaKind.SUBDISTRICT),
                new NewArea(west, "二社区", AreaKind.COMMUNITY)));
        territory.boundaries(List.of(new NewBoundary(city, """
                {"type":"Polygon","coordinates":[[[118,33],[119,33],[119,34],[118,34],[118,33]]]}""")));
        bureau = new Unit(Ids.next(), "JU01", "市场监管局", UnitKind.BUREAU, city, null, true);
        territory.units(List.of(bureau));
        if (types.all().isEmpty()) {
            jdbc.update(
                    "insert into site_type (code, ordinal, name, kind, route) values ('市场', 1, '农贸市场', 'PLACE', '走一圈')");
        }
        SiteType first = types.all().getFirst();
        type = first.code();
        typeName = first.name();
    }

    @Test
    void aSiteIsAddedChangedSuspendedAndItsHistoryTellsWhatWasChangedByWhom() throws Exception {
        CurrentUser office = TestUsers.office();
        String id = created(sent(post("/api/sites"), office, form("NM-1", "幸福市场", east, 118.3, 33.9, null)));
        sent(put("/api/sites/" + id), office, form("NM-1", "幸福大市场", east, 118.3, 33.9, 0))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("幸福大市场"))
                .andExpect(jsonPath("$.areaPath").value("测试市/东区/甲街道/一社区"))
                .andExpect(jsonPath("$.version").value(1));
        sent(put("/api/sites/" + id), office, form("NM-1", "另一名", east, 118.3, 33.9, 0))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("version.stale"));
        sent(post("/api/sites/" + id + "/suspensions"), office, "{\"version\":1}")
                .andExpect(jsonPath("$.state").value("SUSPENDED"));
        sent(post("/api/sites/" + id + "/suspensions"), office, "{\"version\":2}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("site.state"));
        mvc.perform(get("/api/sites/" + id + "/versions").with(as(office)))
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(jsonPath("$[0].change").value("停用"))
                .andExpect(jsonPath("$[1].facts[0].fact").value("名称"))
                .andExpect(jsonPath("$[1].facts[0].before").value("幸福市场"))
                .andExpect(jsonPath("$[1].facts[0].after").value("幸福大市场"))
                .andExpect(jsonPath("$[1].changedBy").value(office.name()));
        assertThat(sites.inArea(type, city)).isEmpty();
    }

    @Test
    void aStreetOfficerSeesAndEditsOnlyTheSitesOfItsArea() throws Exception {
        Site mine = load("DN-1", east, null);
        Site other = load("XI-1", west, null);
        CurrentUser street = TestUsers.inArea(StandardRole.STREET_OFFICER, city + "01001", null);
        mvc.perform(get("/api/sites").with(as(street)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].code").value("DN-1"));
        mvc.perform(get("/api/map/sites").with(as(street)))
                .andExpect(jsonPath("$.length()").value(1));
        for (String path : List.of("", "/versions", "/answerable", "/qr")) {
            mvc.perform(get("/api/sites/" + other.id() + path).with(as(street))).andExpect(status().isNotFound());
            mvc.perform(get("/api/sites/" + mine.id() + path).with(as(street))).andExpect(status().isOk());
        }
        mvc.perform(get("/api/sites/by-token/" + other.token()).with(as(street)))
                .andExpect(status().isNotFound());
        sent(put("/api/sites/" + other.id()), street, form("XI-1", "改名", west, 118.3, 33.9, 0))
                .andExpect(status().isNotFound());
        sent(put("/api/sites/" + mine.id()), street, form("DN-1", "改名", west, 118.3, 33.9, 0))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("areaCode"));
        sent(put("/api/sites/" + mine.id()), street, form("DN-1", "改名", east, 118.3, 33.9, 0))
                .andExpect(status().isOk());
        sent(post("/api/sites/" + other.id() + "/suspensions"), street, "{\"version\":0}")
                .andExpect(status().isNotFound());
    }

    @Test
    void aUnitSeesTheSitesThatItAnswersForAndNoOther() throws Exception {
        load("DN-1", east, bureau.id());
        load("XI-1", west, null);
        CurrentUser unit = TestUsers.ofUnit(StandardRole.UNIT_HANDLER, bureau.id());
        mvc.perform(get("/api/sites").with(as(unit)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].departmentUnitName").value("市场监管局"));
    }

    @Test
    void badFactsAreRefusedAtTheirFields() throws Exception {
        CurrentUser office = TestUsers.office();
        load("DN-1", east, null);
        sent(post("/api/sites"), office, form("DN-1", "同号", east, 118.3, 33.9, null))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("site.code.taken"));
        sent(post("/api/sites"), office, form("DN-2", "城外", east, 117.1, 33.9, null))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("position"));
        sent(post("/api/sites"), office, form("DN-2", "无此区划", city + "09", 118.3, 33.9, null))
                .andExpect(jsonPath("$.errors[0].field").value("areaCode"));
        sent(post("/api/sites"), office, form("DN-2", "", east, 118.3, 33.9, null))
                .andExpect(status().isBadRequest());
        sent(
                        post("/api/sites"),
                        office,
                        form("DN-2", "有号码", east, 118.3, 33.9, null)
                                .replace("\"note\":\"\"", "\"note\":\"联系13800000000\""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("site.personal-number"));
        mvc.perform(get("/api/sites").param("sort", "token").with(as(office))).andExpect(status().isBadRequest());
        assertThat(jdbc.queryForObject("select count(*) from site", Long.class)).isEqualTo(1);
    }

    @Test
    void theListIsPagedSortedAndSearchedByChineseWords() throws Exception {
        for (int i = 0; i < 7; i++) {
            load("P-" + i, i % 2 == 0 ? east : west, null);
        }
        CurrentUser office = TestUsers.office();
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            String page = mvc.perform(get("/api/sites")
                            .param("limit", "3")
                            .param("sort", "-code")
                            .param("after", after)
                            .with(as(office)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].code"));
            after = JsonPath.read(page, "$.next");
        } while (after != null);
        assertThat(seen).containsExactly("P-6", "P-5", "P-4", "P-3", "P-2", "P-1", "P-0");
        mvc.perform(get("/api/sites").param("words", "位P-3").with(as(office)))
                .andExpect(jsonPath("$.items[*].code").value(hasItem("P-3")))
                .andExpect(jsonPath("$.total").value(1));
        mvc.perform(get("/api/sites/counts").with(as(office)))
                .andExpect(jsonPath("$[0].areaCode").value(city + "01"))
                .andExpect(jsonPath("$[0].count").value(4));
    }

    @Test
    void aWorkbookIsPreviewedWithEveryFaultAtItsCellAndOnlyGoodRowsAreWritten() throws Exception {
        load("DN-1", east, null);
        GeoPoint truth = new GeoPoint(118.4, 33.6);
        GeoPoint shifted = Gcj02.fromWgs84(truth);
        byte[] file = workbook(List.of(
                row("A-1", "好市场", typeName, east, truth.longitude(), truth.latitude(), "WGS84", "市场监管局"),
                row("A-2", "火星市场", type, west, shifted.longitude(), shifted.latitude(), "GCJ02", "JU01"),
                row("A-3", "城外", typeName, east, 120.1, 33.6, "WGS84", ""),
                row("DN-1", "同号", typeName, east, 118.4, 33.6, "WGS84", ""),
                row("A-1", "文件内同号", typeName, east, 118.4, 33.6, "WGS84", ""),
                row("A-6", "类型不对", "火箭场", east, 118.4, 33.6, "WGS84", ""),
                row("A-7", "区划不对", typeName, city + "99001001", 118.4, 33.6, "WGS84", ""),
                row("A-8", "坐标系不对", typeName, east, 118.4, 33.6, "百度", ""),
                row("A-9", "单位不对", typeName, east, 118.4, 33.6, "WGS84", "某某局"),
                row("A-10", "经度是字", typeName, east, "东经118度", 33.6, "WGS84", "")));
        CurrentUser office = TestUsers.office();
        String preview = mvc.perform(multipart("/api/sites/imports/previews")
                        .file(upload(file))
                        .with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.goodRows").value(2))
                .andExpect(jsonPath("$.faultyRows").value(8))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<List<String>>read(preview, "$.faults[*].column"))
                .containsExactlyInAnyOrder("经度", "点位编号", "点位编号", "点位类型", "区划代码", "坐标系", "主管部门", "经度");
        String id = JsonPath.read(preview, "$.previewId");
        sent(post("/api/sites/imports/previews/" + id + "/commits"), office, "{\"mode\":\"ALL\"}")
                .andExpect(status().is(422));
        assertThat(sites.byCode("A-1")).isEmpty();
        sent(post("/api/sites/imports/previews/" + id + "/commits"), office, "{\"mode\":\"GOOD_ROWS\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(2));
        Site converted = sites.byCode("A-2").orElseThrow();
        assertThat(converted.position().longitude()).isCloseTo(118.4, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(converted.departmentUnitId()).isEqualTo(bureau.id());
        mvc.perform(get("/api/sites/export").with(as(office)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .contentTypeCompatibleWith(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @Test
    void aStreetCanNotImportIntoAnotherStreetAndFilesThatAreNoWorkbooksAreRefusedInWords() throws Exception {
        CurrentUser street = TestUsers.inArea(StandardRole.STREET_OFFICER, city + "01001", null);
        byte[] file = workbook(List.of(row("A-1", "别人的", typeName, west, 118.4, 33.6, "WGS84", "")));
        mvc.perform(multipart("/api/sites/imports/previews").file(upload(file)).with(as(street)))
                .andExpect(jsonPath("$.goodRows").value(0))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("不在您的数据范围内")));
        for (byte[] bad : List.of(new byte[0], "点位编号,点位名称".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            mvc.perform(multipart("/api/sites/imports/previews")
                            .file(upload(bad))
                            .with(as(street)))
                    .andExpect(status().is4xxClientError());
        }
        assertThat(jdbc.queryForObject("select count(*) from site", Long.class)).isZero();
    }

    @Test
    void theQrOfASiteCarriesItsTokenAndNothingElse() throws Exception {
        Site site = load("DN-1", east, null);
        mvc.perform(get("/api/sites/" + site.id() + "/qr").with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<svg")));
        mvc.perform(get("/api/sites/by-token/" + site.token()).with(as(TestUsers.inspector())))
                .andExpect(jsonPath("$.code").value("DN-1"));
        assertThat(site.token()).hasSize(16).doesNotContain("DN");
    }

    private Site load(String code, String area, @Nullable UUID department) {
        Site site = new Site(
                Ids.next(),
                code,
                "点位" + code,
                type,
                area,
                "路 1 号",
                new GeoPoint(118.5, 33.5),
                department,
                null,
                "",
                "",
                SiteState.ACTIVE,
                loading.newToken(),
                0);
        loading.sites(List.of(site));
        return site;
    }

    private String form(String code, String name, String area, double lon, double lat, @Nullable Integer version) {
        return """
                {"code":"%s","name":"%s","typeCode":"%s","areaCode":"%s","address":"路 1 号","longitude":%s,"latitude":%s,
                 "note":"","version":%s}""".formatted(code, name, type, area, lon, lat, version);
    }

    private ResultActions sent(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            CurrentUser user,
            String body)
            throws Exception {
        return mvc.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(body).with(as(user)));
    }

    private static String created(ResultActions actions) throws Exception {
        return JsonPath.read(
                actions.andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
    }

    private static MockMultipartFile upload(byte[] bytes) {
        return new MockMultipartFile("file", "点位.xlsx", "application/octet-stream", bytes);
    }

    private static List<Object> row(
            String code, String name, String type, String area, Object lon, Object lat, String system, String unit) {
        return List.of(code, name, type, area, "路 1 号", lon, lat, system, unit, "", "", "");
    }

    private static byte[] workbook(List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("点位");
            for (int c = 0; c < HEADERS.size(); c++) {
                sheet.value(0, c, HEADERS.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object cell = rows.get(r).get(c);
                    if (cell instanceof Number number) {
                        sheet.value(r + 1, c, number);
                    } else if (!cell.toString().isEmpty()) {
                        sheet.value(r + 1, c, cell.toString());
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
