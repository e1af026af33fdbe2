package org.civitas.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CityCode;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Accounts come in by workbook without roles and passwords; both are given by those whose duty it is. */
@CityTest
class AccountSheetTest {

    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser administrator;
    private CurrentUser officer;
    private String mark = "";
    private String root = "";

    @BeforeEach
    void aCityWithASecurityAdministrator(@Autowired OpenAccount opening, CityCode city) {
        mark = ++number + "x" + city;
        root = city.rootArea();
        administrator = TestUsers.administrator();
        officer = TestUsers.securityOfficer();
        jdbc.sql("""
                insert into area (code, name, level, kind, path) values (:code, '测试市', 'CITY', 'CITY', '测试市')
                on conflict do nothing
                """).param("code", root).update();
        opening.open(new NewAccount(
                city, "sec" + mark, "安全员", "Right-pass-1", List.of("SECURITY_OFFICER"), "CITY", root, null));
    }

    private MockMultipartFile sheet(List<List<String>> rows) throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("账号");
            var all = new ArrayList<List<String>>();
            all.add(List.of("账号", "姓名", "角色", "数据范围", "区划代码", "单位"));
            all.addAll(rows);
            for (int r = 0; r < all.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < all.get(r).size(); c++) {
                    row.createCell(c).setCellValue(all.get(r).get(c));
                }
            }
            book.write(bytes);
            return new MockMultipartFile("file", "账号.xlsx", "application/octet-stream", bytes.toByteArray());
        }
    }

    private String previewed(List<List<String>> rows, int good, int faulty) throws Exception {
        return web.perform(multipart("/api/accounts/imports/previews")
                        .file(sheet(rows))
                        .with(TestUsers.as(administrator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.goodRows").value(good))
                .andExpect(jsonPath("$.faultyRows").value(faulty))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void committed(String preview) throws Exception {
        String id = JsonPath.read(preview, "$.previewId");
        web.perform(post("/api/accounts/imports/previews/" + id + "/commits")
                        .with(TestUsers.as(administrator))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"mode\":\"GOOD_ROWS\"}"))
                .andExpect(status().isOk());
    }

    private List<List<String>> cells(byte[] bytes) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(cells);
            }
        }
        return rows;
    }

    private int signedIn(String login, String password) throws Exception {
        return web.perform(post("/api/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\":\"" + login + "\",\"password\":\"" + password + "\"}"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void each_fault_is_told_at_its_cell_and_duties_that_do_not_go_together_are_one() throws Exception {
        String preview = previewed(
                List.of(
                        List.of("a" + mark, "甲", "督查员", "全市", root, ""),
                        List.of("坏 名", "乙", "督查员", "全市", root, ""),
                        List.of("c" + mark, "丙", "皇帝", "全市", root, ""),
                        List.of("d" + mark, "丁", "督查员", "本单位", root, ""),
                        List.of("e" + mark, "戊", "审计员、系统管理员", "全市", root, ""),
                        List.of("sec" + mark, "己", "督查员", "全市", root, ""),
                        List.of("f" + mark, "庚", "督查员", "全市", "110101", "")),
                1,
                6);
        assertThat(JsonPath.<List<String>>read(preview, "$.faults[*].column"))
                .containsExactly("账号", "角色", "单位", "角色", "账号", "区划代码");
    }

    @Test
    void imported_accounts_wait_for_roles_and_get_a_password_that_is_shown_once_and_must_be_replaced()
            throws Exception {
        committed(previewed(
                List.of(
                        List.of("p" + mark, "甲", "督查员", "全市", root, ""),
                        List.of("q" + mark, "乙", "市创建办、督查员", "全市", root, "")),
                2,
                0));
        web.perform(get("/api/grant-requests").with(TestUsers.as(officer)))
                .andExpect(jsonPath("$[?(@.login == 'q" + mark + "')].wanted.roles[*]", hasSize(2)));
        assertThat(signedIn("p" + mark, "")).isNotEqualTo(200);
        byte[] file = web.perform(post("/api/accounts/initial-passwords").with(TestUsers.as(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> first = cells(file).stream()
                .filter(row -> row.getFirst().equals("p" + mark))
                .findFirst()
                .orElseThrow();
        assertThat(signedIn("p" + mark, first.get(2))).isEqualTo(200);
        web.perform(post("/api/accounts/initial-passwords").with(TestUsers.as(administrator)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("account.no-password-waiting"));
        assertThat(jsonPathOfSession("p" + mark, first.get(2))).contains("PASSWORD_CHANGE");
    }

    private String jsonPathOfSession(String login, String password) throws Exception {
        return web.perform(post("/api/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\":\"" + login + "\",\"password\":\"" + password + "\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void the_export_has_the_columns_of_the_import_and_only_this_city() throws Exception {
        byte[] file = web.perform(get("/api/accounts/export").with(TestUsers.as(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<List<String>> rows = cells(file);
        assertThat(rows.getFirst()).startsWith("账号", "姓名", "角色", "数据范围", "区划代码");
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("sec" + mark, "安全管理员", "全市"));
        long here = jdbc.sql("select count(*) from platform.account where area_code = :root")
                .param("root", root)
                .query(Long.class)
                .single();
        assertThat(rows).hasSize((int) here + 1);
    }

    @Test
    void only_a_system_administrator_imports_and_gives_passwords() throws Exception {
        for (CurrentUser other : List.of(officer, TestUsers.office(), TestUsers.auditor())) {
            web.perform(post("/api/accounts/initial-passwords").with(TestUsers.as(other)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail").value(containsString("管理账号")));
        }
    }
}
