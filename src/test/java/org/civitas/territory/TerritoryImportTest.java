package org.civitas.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.civitas.territory.TerritoryLoading.NewArea;
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

/** Units and duties come from workbooks, every fault is said at its cell. */
@CityTest
class TerritoryImportTest {

    @Autowired
    private TerritoryLoading loading;

    @Autowired
    private Units units;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    private String city = "";
    private @Nullable CurrentUser office;

    @BeforeEach
    void aSmallCity() {
        city = CurrentCity.required().rootArea();
        office = TestUsers.office();
        jdbc.execute("truncate area, area_boundary, unit, duty");
        jdbc.update("""
                insert into site_type (code, ordinal, name, kind) values ('市场', 1, '农贸市场', 'PLACE') on conflict do nothing
                """);
        loading.areas(
                List.of(new NewArea(city, "测试市", AreaKind.CITY), new NewArea(city + "01", "东区", AreaKind.DISTRICT)));
        loading.units(List.of(new Unit(Ids.next(), "SJ-1", "市某局", UnitKind.BUREAU, city, null, true)));
    }

    @Test
    void aUnitMayHangOnOneThatStandsFurtherUpInTheSameFile() throws Exception {
        String preview = preview(
                "/api/units/imports",
                List.of(
                        List.of("单位代码", "单位名称", "条块", "区划代码", "上级单位代码"),
                        List.of("QX-1", "东区创建办", "块", city + "01", ""),
                        List.of("QX-2", "东区某局", "条", city + "01", "QX-1"),
                        List.of("QX-3", "孤儿", "条", city + "01", "QX-9"),
                        List.of("SJ-1", "同号", "条", city, ""),
                        List.of("QX-5", "无此区划", "条", city + "99", ""),
                        List.of("QX-6", "既非条也非块", "面", city, "")));
        assertThat(JsonPath.<Integer>read(preview, "$.goodRows")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(preview, "$.faults[*].column"))
                .containsExactly("上级单位代码", "单位代码", "区划代码", "条块");
        commit("/api/units/imports", preview);
        Unit child = units.byCode("QX-2").orElseThrow();
        assertThat(units.isSubUnitOf(
                        child.id(), units.byCode("QX-1").orElseThrow().id()))
                .isTrue();
        assertThat(units.byCode("QX-3")).isEmpty();
    }

    @Test
    void aDutyNamesItsUnitByCodeOrNameAndItsPlaceByAreaTypeOrSite() throws Exception {
        String preview = preview(
                "/api/duties/imports",
                List.of(
                        List.of("责任类别", "区划代码", "点位编号", "点位类型", "单位", "姓名", "职务", "开始日期", "结束日期", "依据"),
                        List.of("主管部门", city, "", "农贸市场", "市某局", "", "", "2026-01-01", "", "1 号文"),
                        List.of("包挂", city + "01", "", "", "SJ-1", "甲", "副局长", "2026年1月1日", "2026-12-31", ""),
                        List.of("路长", city + "01", "", "", "SJ-1", "", "", "2026-01-01", "", ""),
                        List.of("包联", city + "01", "", "", "没有的局", "", "", "2026-01-01", "", ""),
                        List.of("包联", "", "", "", "SJ-1", "", "", "2026-01-01", "", ""),
                        List.of("点位长", "", "NO-1", "", "SJ-1", "乙", "", "2026-01-01", "", ""),
                        List.of("主管部门", city, "", "火箭场", "SJ-1", "", "", "2026-01-01", "", ""),
                        List.of("包联", city + "01", "", "", "SJ-1", "", "", "2026-03-01", "2026-02-01", "")));
        assertThat(JsonPath.<Integer>read(preview, "$.goodRows")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(preview, "$.faults[*].column"))
                .containsExactly("姓名", "单位", "区划代码", "点位编号", "点位类型", "结束日期");
        commit("/api/duties/imports", preview);
        mvc.perform(get("/api/duties").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].target").value("测试市的农贸市场"));
        for (String list : List.of("units", "duties")) {
            mvc.perform(get("/api/" + list + "/export").with(as(TestUsers.office())))
                    .andExpect(status().isOk());
            mvc.perform(get("/api/" + list + "/imports/template").with(as(TestUsers.office())))
                    .andExpect(status().isOk());
        }
    }

    private String preview(String base, List<List<String>> rows) throws Exception {
        return mvc.perform(multipart(base + "/previews")
                        .file(new MockMultipartFile("file", "表.xlsx", "application/octet-stream", workbook(rows)))
                        .with(as(Objects.requireNonNull(office))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void commit(String base, String preview) throws Exception {
        String path = base + "/previews/" + JsonPath.read(preview, "$.previewId") + "/commits";
        mvc.perform(post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"mode\":\"GOOD_ROWS\"}")
                        .with(as(Objects.requireNonNull(office))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(2));
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("表");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    if (!rows.get(r).get(c).isEmpty()) {
                        sheet.value(r, c, rows.get(r).get(c));
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
