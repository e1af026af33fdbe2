package org.civitas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.territory.AreaKind;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Large files go through background work: found again, cancelled, broken off, and never half. */
@CityTest
class LargeImportTest {

    private static final int ROWS = Boolean.getBoolean("civitas.long") ? 100_000 : 7_000;
    private static final List<String> HEADERS = List.of("点位编号", "点位名称", "点位类型", "区划代码", "地址", "经度", "纬度", "坐标系", "备注");

    @Autowired
    TerritoryLoading territory;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    MockMvc web;

    private String area = "";
    private CurrentUser office;

    @BeforeEach
    void aSmallCity() {
        String city = CurrentCity.required().rootArea();
        area = city + "01001001";
        jdbc.execute("truncate area, area_boundary, unit, duty, site, site_version, import_preview");
        territory.areas(List.of(
                new NewArea(city, "测试市", AreaKind.CITY),
                new NewArea(city + "01", "东区", AreaKind.DISTRICT),
                new NewArea(city + "01001", "甲街道", AreaKind.SUBDISTRICT),
                new NewArea(area, "一社区", AreaKind.COMMUNITY)));
        jdbc.update(
                "insert into site_type (code, ordinal, name, kind, route) values ('市场', 1, '农贸市场', 'PLACE', '走一圈') on conflict do nothing");
        office = TestUsers.office();
    }

    @Test
    void a_large_file_is_checked_and_written_in_the_background_and_found_again() throws Exception {
        String upload = uploaded(10);
        String id = JsonPath.read(upload, "$.previewId");
        assertThat(JsonPath.<Boolean>read(upload, "$.checked")).isFalse();
        ended(JsonPath.read(upload, "$.workId"), "DONE");

        String again = answer(get("/api/import-previews"));
        assertThat(JsonPath.<String>read(again, "$[0].previewId")).isEqualTo(id);
        String preview = answer(get("/api/import-previews/" + id));
        assertThat(JsonPath.<Integer>read(preview, "$.goodRows")).isEqualTo(ROWS - 10);
        assertThat(JsonPath.<List<Object>>read(preview, "$.faults")).hasSize(10);
        assertThat(sites()).isZero();
        web.perform(get("/api/import-previews/" + id).with(as(TestUsers.office())))
                .andExpect(status().isNotFound());

        String work = JsonPath.read(committed(id), "$.workId");
        ended(work, "DONE");
        assertThat(sites()).isEqualTo(ROWS - 10);
        assertThat(jdbc.queryForObject("select message from work where id = ?::uuid", String.class, work))
                .contains("已导入 " + (ROWS - 10) + " 行", "10 行没有导入");
        assertThat(jdbc.queryForList(
                        "select distinct account_name from site_version where change = 'IMPORT'", String.class))
                .containsExactly(office.name());
    }

    @Test
    void a_cancelled_import_leaves_nothing_and_the_file_can_be_confirmed_again() throws Exception {
        String id = checked();
        String work;
        try (Connection blocker = holding("K-03500")) {
            work = JsonPath.read(committed(id), "$.workId");
            until(this::someImportWaits);
            Instant asked = Instant.now();
            answer(post("/api/works/" + work + "/cancellations"));
            until(() -> Duration.between(asked, Instant.now()).toMillis() > 600);
            blocker.rollback();
        }
        ended(work, "CANCELLED");
        assertThat(sites()).isZero();
        ended(JsonPath.read(committed(id), "$.workId"), "DONE");
        assertThat(sites()).isEqualTo(ROWS);
    }

    @Test
    void an_import_whose_connection_is_cut_begins_again_and_is_written_once() throws Exception {
        String id = checked();
        String work;
        try (Connection blocker = holding("K-03500")) {
            work = JsonPath.read(committed(id), "$.workId");
            until(this::someImportWaits);
            jdbc.queryForList("select pg_terminate_backend(pid) from pg_locks where not granted");
            until(() -> !someImportWaits());
            assertThat(sites()).isZero();
            blocker.rollback();
        }
        ended(work, "DONE");
        assertThat(sites()).isEqualTo(ROWS);
        assertThat(JsonPath.<Boolean>read(answer(get("/api/import-previews/" + id)), "$.committed"))
                .isTrue();
    }

    private String checked() throws Exception {
        String upload = uploaded(0);
        ended(JsonPath.read(upload, "$.workId"), "DONE");
        return JsonPath.read(upload, "$.previewId");
    }

    private String uploaded(int faulty) throws Exception {
        return web.perform(multipart("/api/sites/imports/previews")
                        .file(new MockMultipartFile("file", "点位.xlsx", null, workbook(faulty)))
                        .with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String committed(String preview) throws Exception {
        return answer(post("/api/sites/imports/previews/" + preview + "/commits")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"mode\":\"GOOD_ROWS\"}"));
    }

    private String answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(as(office)))
                .andExpect(status().is2xxSuccessful())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void ended(String work, String state) {
        until(() ->
                jdbc.queryForObject("select ended_at is not null from work where id = ?::uuid", Boolean.class, work));
        assertThat(jdbc.queryForObject("select state from work where id = ?::uuid", String.class, work))
                .isEqualTo(state);
    }

    /** A transaction that has written a site with this code and does not end: who writes the same waits for it. */
    private Connection holding(String code) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into site (id, code, name, type_code, area_code, longitude, latitude, token, created_at, changed_at)"
                            + " values (gen_random_uuid(), '" + code + "', '占位', '市场', '" + area
                            + "', 118, 33, 'held', now(), now())");
        }
        return connection;
    }

    private boolean someImportWaits() {
        return jdbc.queryForObject(
                "select exists (select 1 from pg_locks where not granted and locktype = 'transactionid')",
                Boolean.class);
    }

    private long sites() {
        return jdbc.queryForObject("select count(*) from site", Long.class);
    }

    private static void until(BooleanSupplier happened) {
        Instant limit = Instant.now().plusSeconds(90);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(limit);
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    /** With notes that hardly compress, so that the file is large. */
    private byte[] workbook(int faulty) throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("点位");
            for (int i = 0; i < HEADERS.size(); i++) {
                sheet.inlineString(0, i, HEADERS.get(i));
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.inlineString(row, 0, "K-%05d".formatted(row));
                sheet.inlineString(row, 1, "点位" + row);
                sheet.inlineString(row, 2, row <= faulty ? "没有的类型" : "市场");
                sheet.inlineString(row, 3, area);
                sheet.inlineString(row, 4, letters(random, 110));
                sheet.value(row, 5, 118.4);
                sheet.value(row, 6, 33.6);
                sheet.inlineString(row, 7, "WGS84");
                sheet.inlineString(row, 8, letters(random, 190));
            }
        }
        return out.toByteArray();
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
