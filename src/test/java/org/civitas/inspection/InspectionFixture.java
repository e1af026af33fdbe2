package org.civitas.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.standard.ExampleEdition;
import org.civitas.territory.AreaKind;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small city: two districts, thirty markets, fifteen estates, an office, two inspectors; asked over HTTP. */
final class InspectionFixture {

    final String city = CurrentCity.required().rootArea();
    final CurrentUser office = TestUsers.office();
    final CurrentUser inspector;
    final CurrentUser colleague;
    /** In charge of every site. */
    final UUID unit = Ids.next();

    final UUID edition;
    final List<Site> sites;

    private final MockMvc mvc;
    private final JsonMapper json;

    InspectionFixture(ApplicationContext context) {
        mvc = context.getBean(MockMvc.class);
        json = context.getBean(JsonMapper.class);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        context.getBean(TerritoryLoading.class)
                .areas(List.of(
                        new NewArea(city, "测试市", AreaKind.CITY),
                        new NewArea(city + "01", "东区", AreaKind.DISTRICT),
                        new NewArea(city + "02", "西区", AreaKind.DISTRICT),
                        new NewArea(city + "01001", "甲街道", AreaKind.SUBDISTRICT)));
        edition = context.getBean(ExampleEdition.class).putInUse().id();
        sites = loadSites(context.getBean(SiteLoading.class));
        inspector = account(jdbc, "督查员甲");
        colleague = account(jdbc, "督查员乙");
    }

    /** Answers the plan's id. */
    UUID plan(CurrentUser by, String title, PlanKind kind, String area, int markets) {
        JsonNode answer = ok(
                by,
                post("/api/inspection-plans"),
                Map.of(
                        "title",
                        title,
                        "kind",
                        kind.name(),
                        "editionId",
                        edition,
                        "firstDay",
                        "2026-11-01",
                        "lastDay",
                        "2026-11-30",
                        "areaCode",
                        area,
                        "preferNeverDrawn",
                        false,
                        "version",
                        0,
                        "quotas",
                        List.of(Map.of("siteType", "市场", "areaCode", area, "number", markets))));
        return UUID.fromString(answer.get("id").asString());
    }

    /** Drawn, wholly given to the inspector, and started. */
    UUID planUnderWay(String title, int markets) {
        UUID plan = plan(office, title, PlanKind.COVERT, city, markets);
        ok(office, post("/api/inspection-plans/" + plan + "/draws"), Map.of("seed", "seed-of-" + markets + "-markets"));
        ok(
                office,
                post("/api/inspection-plans/" + plan + "/assignments"),
                Map.of("inspectorIds", List.of(inspector.accountId())));
        ok(office, post("/api/inspection-plans/" + plan + "/starts"), Map.of());
        return plan;
    }

    /** A visit with two conforming items and one 不符合, at the site of one of the inspector's tasks. */
    Map<String, Object> visit(@Nullable String taskId, String siteId) {
        String sheetOf = taskId == null ? "site=" + siteId : "task=" + taskId;
        JsonNode items =
                ok(inspector, get("/api/inspection-sheets?" + sheetOf), null).get("items");
        List<Map<String, Object>> observations = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.get("form").asString().equals("PASS") && observations.size() < 3) {
                observations.add(observation(item.get("code").asString(), observations.size() == 2));
            }
        }
        assertThat(observations).hasSize(3);
        Map<String, Object> visit = new LinkedHashMap<>();
        visit.put("id", Ids.next());
        visit.put("taskId", taskId);
        visit.put("siteId", siteId);
        visit.put("startedAt", Instant.parse("2026-11-10T02:00:00Z"));
        visit.put("endedAt", Instant.parse("2026-11-10T02:20:00Z"));
        visit.put("remark", "");
        visit.put("observations", observations);
        return visit;
    }

    static Map<String, Object> observation(String itemCode, boolean failed) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("id", Ids.next());
        observation.put("checkItemCode", itemCode);
        observation.put("outcome", failed ? "NONCONFORMING" : "CONFORMING");
        observation.put("faults", failed ? List.of("通道堆物") : List.of());
        observation.put("remark", failed ? "东门内侧，人多无法拍照" : "");
        observation.put("pictures", List.of());
        observation.put("longitude", 118.3);
        observation.put("latitude", 33.9);
        observation.put("anotherSpot", false);
        observation.put("observedAt", Instant.parse("2026-11-10T02:10:00Z"));
        return observation;
    }

    /** A small picture, taken in by the media store; answers its id. */
    UUID upload(CurrentUser user) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
            var file = new MockMultipartFile("file", "现场.png", "image/png", bytes.toByteArray());
            var response = mvc.perform(multipart("/api/media").file(file).with(as(user)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
            return UUID.fromString(
                    json.readTree(response.getContentAsString()).get("id").asString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode ok(CurrentUser user, MockHttpServletRequestBuilder request, @Nullable Object body) {
        Answer answer = ask(user, request, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    }

    /** Asserts the status and answers the problem's code. */
    String refused(int status, CurrentUser user, MockHttpServletRequestBuilder request, @Nullable Object body) {
        Answer answer = ask(user, request, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body()).path("code").asString("");
    }

    record Answer(int status, String body) {}

    Answer ask(CurrentUser user, MockHttpServletRequestBuilder request, @Nullable Object body) {
        try {
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
            }
            var response = mvc.perform(request.with(as(user))).andReturn().getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Site> loadSites(SiteLoading loading) {
        List<Site> made = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String type = i < 30 ? "市场" : "小区";
            String area = city + (i % 3 == 0 ? "02" : "01001");
            made.add(new Site(
                    Ids.next(),
                    "T%03d".formatted(i),
                    type + i + "号",
                    type,
                    area,
                    "测试路" + i + "号",
                    new GeoPoint(118.2 + i * 0.001, 33.9),
                    unit,
                    null,
                    "",
                    "",
                    SiteState.ACTIVE,
                    loading.newToken(),
                    0));
        }
        loading.sites(made);
        return List.copyOf(made);
    }

    private CurrentUser account(JdbcTemplate jdbc, String name) {
        CurrentUser user = TestUsers.cityWide(StandardRole.INSPECTOR);
        jdbc.update("""
                insert into platform.account (id, city_code, login, name, password_hash, role_codes, scope_kind, area_code,
                    created_at) values (?, ?, ?, ?, '-', array['INSPECTOR'], 'CITY', ?, now())
                """, user.accountId(), CurrentCity.required().value(), "inspector-" + user.accountId(), name, city);
        return user;
    }
}
