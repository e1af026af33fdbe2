package org.civitas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Area;
import org.civitas.territory.AreaKind;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.Areas;
import org.civitas.territory.Gcj02;
import org.civitas.territory.application.ImportAreaTree;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A real city is opened, filled with its published area tree, and gets 1,200 sites from a workbook. */
@CityTest
class RealCityTest {

    private static final CityCode SUQIAN = new CityCode("321300");
    private static final long SEED = 321300;
    private static final int SITES = 1_200;

    @Autowired
    private CityOnboarding onboarding;

    @Autowired
    private ImportAreaTree importTree;

    @Autowired
    private Areas areas;

    @Autowired
    private Sites sites;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    @Test
    void suqianGetsItsTreeOnceAndAWorkbookOf1200SitesOfBothSystems() {
        onboarding.open(SUQIAN, "宿迁市");
        CurrentCity.run(SUQIAN, () -> {
            fillsTheTree();
            importsTheSites();
        });
        assertThat(areas.root()).as("the other city of this test").isEmpty();
    }

    private void fillsTheTree() {
        List<Long> steps = new ArrayList<>();
        int added = importTree.load("3213", (done, total, words) -> steps.add(done));
        assertThat(added).isEqualTo(1 + 6 + 109 + 1440);
        assertThat(steps).isSorted().endsWith((long) added).hasSizeGreaterThan(3);
        assertThat(areas.ofLevel(AreaLevel.COUNTY, "3213")).hasSize(6);
        assertThat(areas.ofLevel(AreaLevel.STREET, "3213")).hasSize(109);
        assertThat(areas.ofLevel(AreaLevel.COMMUNITY, "3213")).hasSize(1440);
        assertThat(areas.byCode("321371").orElseThrow().kind()).isEqualTo(AreaKind.COUNTY_ZONE);
        assertThat(areas.namePath("321302001001")).isEqualTo("宿迁市/宿城区/幸福街道/凤凰居委会");
        assertThat(areas.cityContains(new GeoPoint(118.275, 33.963))).isTrue();
        assertThat(areas.cityContains(new GeoPoint(120.3, 31.57))).isFalse();
        assertThat(importTree.load("3213", (done, total, words) -> {})).isZero();
        assertThat(catchThrowableOfType(RuleViolation.class, () -> importTree.load("3201", (done, total, words) -> {}))
                        .code())
                .isEqualTo("area.import.other-city");
    }

    private void importsTheSites() {
        jdbc.update("""
                insert into site_type (code, ordinal, name, kind) values ('市场', 1, '农贸市场', 'PLACE') on conflict do nothing
                """);
        try {
            upload(TestUsers.office(), workbook(areas.ofLevel(AreaLevel.COMMUNITY, "3213")));
            List<Site> all = sites.inArea(null, "3213");
            assertThat(all)
                    .as("seed " + SEED)
                    .hasSize(SITES)
                    .allSatisfy(site ->
                            assertThat(areas.cityContains(site.position())).isTrue());
            String street = all.getFirst().areaCode().substring(0, 9);
            mvc.perform(get("/api/sites").with(as(TestUsers.inArea(StandardRole.STREET_OFFICER, street, null))))
                    .andExpect(
                            jsonPath("$.total").value(sites.inArea(null, street).size()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void upload(CurrentUser office, byte[] file) throws Exception {
        String preview = mvc.perform(multipart("/api/sites/imports/previews")
                        .file(new MockMultipartFile("file", "点位.xlsx", "application/octet-stream", file))
                        .with(as(office)))
                .andExpect(jsonPath("$.faultyRows").value(0))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(post("/api/sites/imports/previews/" + JsonPath.read(preview, "$.previewId") + "/commits")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"mode\":\"ALL\"}")
                        .with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(SITES));
    }

    private static byte[] workbook(List<Area> communities) throws IOException {
        Random random = new Random(SEED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("点位");
            List<String> headers = List.of("点位编号", "点位名称", "点位类型", "区划代码", "经度", "纬度", "坐标系");
            for (int c = 0; c < headers.size(); c++) {
                sheet.value(0, c, headers.get(c));
            }
            for (int row = 1; row <= SITES; row++) {
                Area community = communities.get(random.nextInt(communities.size()));
                GeoPoint at = new GeoPoint(118 + random.nextDouble(), 33.3 + random.nextDouble());
                boolean shifted = row % 2 == 0;
                GeoPoint written = shifted ? Gcj02.fromWgs84(at) : at;
                sheet.value(row, 0, "SQ-" + row);
                sheet.value(row, 1, community.name() + "农贸市场");
                sheet.value(row, 2, "农贸市场");
                sheet.value(row, 3, community.code());
                sheet.value(row, 4, written.longitude());
                sheet.value(row, 5, written.latitude());
                sheet.value(row, 6, shifted ? "GCJ02" : "WGS84");
            }
        }
        return out.toByteArray();
    }
}
