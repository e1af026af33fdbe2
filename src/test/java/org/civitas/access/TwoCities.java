package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.civitas.media.CameraPicture;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.scoring.application.ComputeRound;
import org.civitas.scoring.application.MakeForecast;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.standard.Editions;
import org.civitas.standard.ExampleEdition;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.TerritoryLoading.NewDuty;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two cities, in the first of them two counties, in its first county two units. At each place real rows of every kind that
 * a path can name: {@code mine}, {@code neighbour} (another unit of my county), {@code far} (another county) and
 * {@code abroad} (another city). Every text of a place begins with its own word, so that a leak can be read; the words
 * begin like formulas, so that every export can be looked at.
 */
final class TwoCities {

    /** One place with the ids of its rows, by the beginning of the path that names them. */
    static final class Place {

        final String word;
        final CityCode city;
        final String county;
        final String street;
        final UUID unit = Ids.next();
        final UUID account = Ids.next();
        final Map<String, String> ids = new LinkedHashMap<>();

        Place(String word, CityCode city, String county, String street) {
            this.word = word;
            this.city = city;
            this.county = county;
            this.street = street;
        }

        String root() {
            return city.rootArea();
        }

        /** Everybody here may do everything: only the scope is in question. */
        CurrentUser cityWide() {
            return user(Ids.next(), new DataScope.City(root()));
        }

        CurrentUser ofCounty() {
            return user(Ids.next(), new DataScope.Area(county));
        }

        CurrentUser ofUnit() {
            return user(Ids.next(), new DataScope.Unit(unit, root()));
        }

        CurrentUser person() {
            return user(account, new DataScope.Own(account, root()));
        }

        /** The account that owns what belongs to one account, as an office of the city. */
        CurrentUser owner() {
            return user(account, new DataScope.City(root()));
        }

        private CurrentUser user(UUID id, DataScope scope) {
            return new CurrentUser(
                    id,
                    word + "某人",
                    city,
                    Set.of("CITY_OFFICE"),
                    Set.of(Permission.values()),
                    scope instanceof DataScope.Unit ? unit : null,
                    scope);
        }
    }

    static final String TYPE = "市场";

    final Place mine;
    final Place neighbour;
    final Place far;
    final Place abroad;

    private static @Nullable TwoCities shared;

    /** The one world of all tests of this run; they may change what is at {@link #mine}, but nothing elsewhere. */
    static synchronized TwoCities shared(ApplicationContext context) {
        if (shared == null) {
            CityCode home = new CityCode("930200");
            context.getBean(CityOnboarding.class).open(home, "两城市");
            shared = new TwoCities(context, home, new CityCode("930100"));
        }
        return shared;
    }

    private final ApplicationContext context;
    private final MockMvc web;
    private final JsonMapper json = JsonMapper.shared();
    private final List<String> previews;

    TwoCities(ApplicationContext context, CityCode home, CityCode other) {
        this.context = context;
        this.web = context.getBean(MockMvc.class);
        this.previews = Operation.all().stream()
                .map(Operation::path)
                .filter(path -> path.endsWith("/imports/previews/{id}/commits"))
                .map(path -> path.replace("/{id}/commits", ""))
                .distinct()
                .toList();
        String root = home.rootArea();
        mine = new Place("=本处", home, root + "01", root + "01001");
        neighbour = new Place("+邻处", home, root + "01", root + "01002");
        far = new Place("-远处", home, root + "02", root + "02001");
        abroad = new Place("@异城", other, other.rootArea() + "01", other.rootArea() + "01001");
        context.getBean(CityOnboarding.class).open(other, abroad.word + "市");
        build(List.of(mine, neighbour, far));
        build(List.of(abroad));
    }

    List<Place> all() {
        return List.of(mine, neighbour, far, abroad);
    }

    private void build(List<Place> places) {
        CurrentCity.run(places.getFirst().city, () -> {
            territory(places);
            UUID edition = context.getBean(ExampleEdition.class).putInUse().id();
            places.forEach(place -> place.ids.put("/api/editions/{id}", edition.toString()));
            places.forEach(this::sitesAndDuties);
            places.forEach(this::rows);
            places.forEach(place -> decomposition(place, "/api/editions/" + edition + "/decomposition"));
        });
    }

    private void territory(List<Place> places) {
        TerritoryLoading loading = context.getBean(TerritoryLoading.class);
        List<NewArea> areas = new ArrayList<>();
        areas.add(new NewArea(places.getFirst().root(), "测试市", AreaKind.CITY));
        for (Place place : places) {
            if (areas.stream().noneMatch(area -> area.code().equals(place.county))) {
                areas.add(new NewArea(place.county, place == neighbour ? "县" : place.word + "县", AreaKind.DISTRICT));
            }
            areas.add(new NewArea(place.street, place.word + "街道", AreaKind.SUBDISTRICT));
            place.ids.put("/api/areas/{code}", place == neighbour ? place.street : place.county);
        }
        loading.areas(areas);
        loading.units(places.stream()
                .map(place -> new Unit(
                        place.unit, "U" + place.street, place.word + "单位", UnitKind.BUREAU, place.street, null, true))
                .toList());
        places.forEach(place -> place.ids.put("/api/units/{id}", place.unit.toString()));
    }

    private void sitesAndDuties(Place place) {
        SiteLoading loading = context.getBean(SiteLoading.class);
        UUID site = Ids.next();
        String token = loading.newToken();
        loading.sites(List.of(new Site(
                site,
                "S" + place.street,
                place.word + "市场",
                TYPE,
                place.street,
                place.word + "路1号",
                new GeoPoint(118.2, 33.9),
                place.unit,
                null,
                "",
                "",
                SiteState.ACTIVE,
                token,
                0)));
        place.ids.put("/api/sites/{id}", site.toString());
        place.ids.put("/api/sites/by-token/{token}", token);
        UUID duty = Ids.next();
        context.getBean(TerritoryLoading.class)
                .duties(List.of(new NewDuty(
                        new Duty(
                                duty,
                                DutyKind.COMPETENT,
                                new DutyTarget.OfSite(site, new AreaCode(place.street)),
                                place.unit,
                                null,
                                null,
                                null,
                                LocalDate.of(2026, 1, 1),
                                null),
                        place.word + "文件")));
        place.ids.put("/api/duties/{id}", duty.toString());
        context.getBean(JdbcTemplate.class)
                .update(
                        """
                        insert into platform.account (id, city_code, login, name, password_hash, role_codes, scope_kind,
                            area_code, created_at) values (?, ?, ?, ?, '-', array['INSPECTOR'], 'CITY', ?, now())
                        """,
                        place.account,
                        place.city.value(),
                        "door-" + place.street,
                        place.word + "督查员",
                        place.root());
        place.ids.put("/api/accounts/{id}", place.account.toString());
        place.ids.put("/api/sessions/{id}", session(place));
        place.ids.put("/api/accounts/{id}/sessions/{session}", session(place));
    }

    private void decomposition(Place place, String path) {
        String requirement = context.getBean(Editions.class)
                .content(UUID.fromString(place.ids.get("/api/editions/{id}")))
                .requirements()
                .get(List.of("=", "+", "-", "@").indexOf(place.word.substring(0, 1)))
                .code();
        String list = "/api/editions/{id}/decomposition";
        place.ids.put(
                list + "/changes/{change}",
                sent(
                                place.owner(),
                                path + "/changes",
                                Map.of(
                                        "subjects",
                                        List.of(Map.of("kind", "REQUIREMENT", "code", requirement, "seen", 0)),
                                        "step",
                                        "SET",
                                        "leadUnitId",
                                        place.unit,
                                        "reason",
                                        "文件"))
                        .get("id")
                        .asString());
        place.ids.put(list + "/imports/previews/{preview}", preview(place, path + "/imports/previews"));
    }

    private String session(Place place) {
        UUID id = Ids.next();
        context.getBean(JdbcTemplate.class).update("""
                        insert into platform.session (id, token_hash, account_id, created_at, expires_at, idle_until, device)
                        values (?, uuid_send(?), ?, now(), now() + interval '1 hour', now() + interval '1 hour', ?)
                        """, id, id, place.account, place.word + "设备");
        return id.toString();
    }

    private void rows(Place place) {
        place.ids.put("/api/media/{id}", picture(place));
        caseOf(place);
        planOf(place);
        visitOf(place);
        roundOf(place);
        UUID work = Ids.next();
        context.getBean(JdbcTemplate.class).update("""
                        insert into work (id, kind, title, state, account_id, account_name, data, created_at)
                        values (?, 'test', ?, 'DONE', ?, '', '{}', now())
                        """, work, place.word + "工作", place.account);
        place.ids.put("/api/works/{id}", work.toString());
        UUID check = Ids.next();
        context.getBean(JdbcTemplate.class)
                .update(
                        "insert into audit_verification (id, asked_at, account_name, heads) values (?, now(), ?, 0)",
                        check,
                        place.word);
        place.ids.put("/api/audit-verifications/{id}", check.toString());
        previews.forEach(path -> place.ids.put(path + "/{id}", preview(place, path)));
        place.ids.put("/api/import-previews/{id}", preview(place, previews.getFirst()));
        place.ids.put(
                "/api/bulletins/{id}",
                sent(
                                place.ofCounty(),
                                "/api/bulletins",
                                Map.of(
                                        "areaCode",
                                        place.county,
                                        "periodFirst",
                                        "2026-11-01",
                                        "periodLast",
                                        "2026-11-20",
                                        "title",
                                        place.word + "通报"))
                        .get("id")
                        .asString());
    }

    private void caseOf(Place place) {
        String id = sent(
                        place.person(),
                        "/api/cases",
                        with(
                                Map.of(
                                        "requestId",
                                        Ids.next(),
                                        "typeCode",
                                        "L001",
                                        "areaCode",
                                        place.street,
                                        "description",
                                        place.word + "占道经营",
                                        "spot",
                                        place.word + "门口"),
                                "pictures",
                                List.of(place.ids.get("/api/media/{id}"))))
                .get("caseId")
                .asString();
        step(place.cityWide(), id, "acceptances", Map.of());
        step(
                place.cityWide(),
                id,
                "dispatches",
                Map.of(
                        "leadUnitId",
                        place.unit,
                        "limitAmount",
                        3,
                        "limitUnit",
                        "WORKING_DAYS",
                        "pictureNeeded",
                        false,
                        "words",
                        place.word + "请整改"));
        place.ids.put("/api/cases/{id}", id);
        sent(
                place.cityWide(),
                "/api/case-routes",
                Map.of("typeCode", "L001", "areaCode", place.street, "unitId", place.unit));
        for (JsonNode route : read(place.cityWide(), "/api/case-routes")) {
            if (route.get("areaCode").asString().equals(place.street)) {
                place.ids.put("/api/case-routes/{id}", route.get("id").asString());
            }
        }
    }

    private void step(CurrentUser user, String id, String what, Map<String, Object> facts) {
        int version = read(user, "/api/cases/" + id).get("file").get("version").asInt();
        Map<String, Object> body = new LinkedHashMap<>(facts);
        body.put("requestId", Ids.next());
        body.put("version", version);
        sent(user, "/api/cases/" + id + "/" + what, body);
    }

    private void planOf(Place place) {
        CurrentUser office = place.ofCounty();
        String plans = "/api/inspection-plans";
        String id = sent(
                        office,
                        plans,
                        with(
                                Map.of(
                                        "title",
                                        place.word + "暗访",
                                        "kind",
                                        "COVERT",
                                        "editionId",
                                        place.ids.get("/api/editions/{id}"),
                                        "firstDay",
                                        "2026-11-01",
                                        "lastDay",
                                        "2026-11-30",
                                        "areaCode",
                                        place.county,
                                        "preferNeverDrawn",
                                        false,
                                        "version",
                                        0),
                                "quotas",
                                List.of(Map.of("siteType", TYPE, "areaCode", place.street, "number", 1))))
                .get("id")
                .asString();
        String draw = sent(office, plans + "/" + id + "/draws", Map.of("seed", "seed-of-" + place.street))
                .get("id")
                .asString();
        sent(office, plans + "/" + id + "/assignments", Map.of("inspectorIds", List.of(place.account)));
        sent(office, plans + "/" + id + "/starts", Map.of());
        String task = read(office, plans + "/" + id + "/tasks")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        place.ids.put(plans + "/{id}", id);
        place.ids.put(plans + "/{id}/draws/{draw}", draw);
        place.ids.put("/api/inspection-tasks/{id}", task);
    }

    private void visitOf(Place place) {
        JsonNode sheet =
                read(place.person(), "/api/inspection-sheets?task=" + place.ids.get("/api/inspection-tasks/{id}"));
        String item = "";
        for (JsonNode each : sheet.get("items")) {
            if (each.get("form").asString().equals("PASS")) {
                item = each.get("code").asString();
            }
        }
        UUID visit = Ids.next();
        UUID observation = Ids.next();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("id", observation);
        found.put("checkItemCode", item);
        found.put("outcome", "NONCONFORMING");
        found.put("faults", List.of(place.word + "堆物"));
        found.put("remark", place.word + "人多无法拍照");
        found.put("pictures", List.of());
        found.put("anotherSpot", false);
        found.put("observedAt", Instant.parse("2026-11-10T02:10:00Z"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", visit);
        body.put("taskId", null);
        body.put("siteId", place.ids.get("/api/sites/{id}"));
        body.put("startedAt", Instant.parse("2026-11-10T02:00:00Z"));
        body.put("endedAt", Instant.parse("2026-11-10T02:20:00Z"));
        body.put("remark", place.word);
        body.put("observations", List.of(found));
        sent(inspector(place), "/api/visits", body);
        place.ids.put("/api/visits/{id}", visit.toString());
        place.ids.put("/api/observations/{id}", observation.toString());
    }

    /** The inspector walks his own county: what he finds on patrol belongs to its office. */
    private static CurrentUser inspector(Place place) {
        return place.user(place.account, new DataScope.Area(place.county));
    }

    private void roundOf(Place place) {
        String id = sent(
                        place.ofCounty(),
                        "/api/rounds",
                        with(
                                Map.of(
                                        "name",
                                        place.word + "测评",
                                        "editionId",
                                        place.ids.get("/api/editions/{id}"),
                                        "areaCode",
                                        place.county,
                                        "firstDay",
                                        "2026-11-01",
                                        "lastDay",
                                        "2026-11-20",
                                        "visitRule",
                                        "LATEST",
                                        "minCoverage",
                                        0),
                                "kinds",
                                List.of("PATROL")))
                .get("id")
                .asString();
        TestUsers.acting(
                place.ofCounty(), () -> context.getBean(ComputeRound.class).compute(UUID.fromString(id)));
        place.ids.put("/api/rounds/{id}", id);
        place.ids.put("/api/rounds/{id}/sites/{siteId}", Objects.requireNonNull(place.ids.get("/api/sites/{id}")));
        forecastOf(place);
    }

    private void forecastOf(Place place) {
        MakeForecast.Order order = new MakeForecast.Order(
                UUID.fromString(Objects.requireNonNull(place.ids.get("/api/editions/{id}"))),
                place.county,
                Map.of(TYPE, 1),
                0,
                100,
                1,
                30);
        TestUsers.acting(
                place.ofCounty(),
                () -> place.ids.put(
                        "/api/forecasts/{id}",
                        context.getBean(MakeForecast.class)
                                .makeNow(order, place.county, false)
                                .toString()));
        place.ids.put("/api/forecasts/{id}/sites/{siteId}", Objects.requireNonNull(place.ids.get("/api/sites/{id}")));
    }

    private String picture(Place place) {
        try {
            var file = new MockMultipartFile(
                    "file", place.word + ".png", "image/png", CameraPicture.drawn("png", 64, 48, Color.RED));
            return answer(ask(place.person(), multipart("/api/media").file(file)))
                    .get("id")
                    .asString();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file with the headers of the template and one row of this place's word. */
    private String preview(Place place, String path) {
        MockHttpServletResponse template = ask(place.owner(), get(path.replace("/previews", "/template")));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template.getContentAsByteArray()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var header = book.getFirstSheet().read().getFirst();
            Workbook filled = new Workbook(out, "test", "1.0");
            var sheet = filled.newWorksheet(book.getFirstSheet().getName());
            for (int i = 0; i < header.getCellCount(); i++) {
                sheet.value(0, i, header.getCellText(i));
                sheet.value(1, i, place.word);
            }
            filled.finish();
            var file = new MockMultipartFile("file", place.word + ".xlsx", null, out.toByteArray());
            return answer(ask(place.owner(), multipart(path).file(file)))
                    .get("previewId")
                    .asString();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put(name, value);
        return all;
    }

    private JsonNode sent(CurrentUser user, String path, Map<String, ?> body) {
        return answer(ask(user, json(post(path), json.writeValueAsString(body))));
    }

    private JsonNode read(CurrentUser user, String path) {
        return answer(ask(user, get(path)));
    }

    private JsonNode answer(MockHttpServletResponse response) {
        try {
            String body = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(response.getStatus()).as(body).isBetween(200, 202);
            return body.isEmpty() ? json.nullNode() : json.readTree(body);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, @Nullable String body) {
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    MockHttpServletResponse ask(CurrentUser user, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return web.perform(request.with(TestUsers.as(user))).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(user + " " + request, e);
        }
    }
}
