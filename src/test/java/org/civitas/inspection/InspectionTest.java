package org.civitas.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.civitas.identity.StandardRole;
import org.civitas.inspection.InspectionFixture.Answer;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Ids;
import org.civitas.shared.Period;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CityTest
class InspectionTest {

    private static @Nullable InspectionFixture shared;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Observations observations;

    @Autowired
    InspectionPlans plans;

    @Autowired
    TransactionTemplate transaction;

    InspectionFixture city;

    @BeforeEach
    void aCity() {
        if (shared == null) {
            shared = new InspectionFixture(context);
        }
        city = shared;
    }

    @Test
    void a_stored_draw_drawn_again_gives_the_same_list_and_a_changed_list_is_noticed() {
        UUID plan = city.plan(city.office, "验证抽取", PlanKind.COVERT, city.city, 12);
        JsonNode draw = city.ok(city.office, post(draws(plan)), Map.of("seed", "witnessed-2026-11-20"));
        String verification = draws(plan) + "/" + draw.get("id").asString() + "/verifications";
        assertThat(draw.get("candidates").asInt()).isEqualTo(30);

        JsonNode again = city.ok(city.office, post(verification), null);
        assertThat(again.get("holds").asBoolean()).isTrue();
        assertThat(texts(again.get("drawn"), "siteId"))
                .isEqualTo(jdbc.queryForList(
                        "select site_id::text from inspection_task where plan_id = ? order by rank",
                        String.class,
                        plan));

        jdbc.update(
                "update plan_draw set candidates = replace(candidates, E'\\t0\\n', E'\\t1\\n') where plan_id = ?",
                plan);
        assertThat(city.ok(city.office, post(verification), null)
                        .get("candidatesUntouched")
                        .asBoolean())
                .isFalse();
        jdbc.update("update plan_draw set seed = 'another-seed-2026' where plan_id = ?", plan);
        assertThat(city.ok(city.office, post(verification), null)
                        .get("sameResult")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_quota_above_the_candidates_is_said_in_words_and_drawing_again_needs_a_reason() {
        UUID plan = city.plan(city.office, "配额过多", PlanKind.COVERT, city.city + "02", 40);
        JsonNode draw = city.ok(city.office, post(draws(plan)), Map.of());
        assertThat(draw.get("drawn").asInt()).isEqualTo(10);
        assertThat(draw.get("shortfalls").get(0).asString()).isEqualTo("西区可抽的“农贸市场”只有 10 个，少于配额 40 个，缺 30 个。");

        assertThat(city.refused(422, city.office, post(draws(plan)), Map.of())).isEqualTo("inspection.redraw.reason");
        UUID excluded = UUID.fromString(jdbc.queryForObject(
                "select site_id::text from inspection_task where plan_id = ? and rank = 1", String.class, plan));
        JsonNode second = city.ok(
                city.office,
                post(draws(plan)),
                Map.of("reason", "一处停业", "exclusions", List.of(Map.of("siteId", excluded, "reason", "停业改造"))));
        assertThat(second.get("number").asInt()).isEqualTo(2);
        assertThat(second.get("exclusions").get(0).get("reason").asString()).isEqualTo("停业改造");
        assertThat(jdbc.queryForObject(
                        "select count(*) from inspection_task where plan_id = ? and site_id = ?",
                        Integer.class,
                        plan,
                        excluded))
                .isZero();
    }

    @Test
    void a_plan_starts_only_when_every_site_has_an_inspector() {
        UUID plan = city.plan(city.office, "未分派", PlanKind.COVERT, city.city, 5);
        assertThat(city.refused(422, city.office, post(path(plan) + "/starts"), null))
                .isEqualTo("inspection.plan.state");
        city.ok(city.office, post(draws(plan)), Map.of());
        assertThat(city.refused(422, city.office, post(path(plan) + "/starts"), null))
                .isEqualTo("inspection.start.unassigned");
        assertThat(city.refused(
                        422,
                        city.office,
                        post(path(plan) + "/assignments"),
                        Map.of("inspectorIds", List.of(Ids.next()))))
                .isEqualTo("inspection.assign.not-inspector");
        JsonNode assigned = city.ok(
                city.office,
                post(path(plan) + "/assignments"),
                Map.of("inspectorIds", List.of(city.inspector.accountId(), city.colleague.accountId())));
        assertThat(assigned.get("assigned").asInt()).isEqualTo(5);
        assertThat(city.ok(city.office, post(path(plan) + "/starts"), null)
                        .get("state")
                        .asString())
                .isEqualTo("UNDER_WAY");
    }

    @Test
    void a_visit_sent_twice_is_stored_once_and_a_different_one_under_the_same_id_is_refused() {
        UUID plan = city.planUnderWay("重复提交", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);

        JsonNode first = city.ok(city.inspector, post("/api/visits"), visit);
        JsonNode second = city.ok(city.inspector, post("/api/visits"), visit);

        assertThat(first.get("again").asBoolean()).isFalse();
        assertThat(second.get("again").asBoolean()).isTrue();
        assertThat(second.get("receivedAt")).isEqualTo(first.get("receivedAt"));
        assertThat(first.get("findings").asInt()).isEqualTo(1);
        assertThat(count("select count(*) from observation where visit_id = ?", visit.get("id")))
                .isEqualTo(3);
        assertThat(count(
                        "select count(*) from audit_line where subject_id = ?::text and action = 'visit.submit'",
                        visit.get("id").toString()))
                .isEqualTo(1);
        assertThat(count("select count(*) from inspection_task where plan_id = ? and state = 'VISITED'", plan))
                .isEqualTo(1);

        Map<String, Object> changed = new HashMap<>(visit);
        changed.put("remark", "后来补写");
        assertThat(city.refused(409, city.inspector, post("/api/visits"), changed))
                .isEqualTo("visit.differs");
        assertThat(city.refused(409, city.colleague, post("/api/visits"), visit))
                .isEqualTo("visit.differs");
    }

    @Test
    void an_observation_that_came_in_another_visit_stops_the_whole_submission() {
        UUID plan = city.planUnderWay("记录已用", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);
        city.ok(city.inspector, post("/api/visits"), visit);
        Map<String, Object> other = new HashMap<>(visit);
        other.put("id", Ids.next());
        assertThat(city.refused(409, city.inspector, post("/api/visits"), other))
                .isEqualTo("visit.observation.taken");
        assertThat(count("select count(*) from visit where id = ?", other.get("id")))
                .isZero();
    }

    @Test
    void only_the_assigned_inspector_may_open_and_submit_a_task() {
        UUID plan = city.planUnderWay("只给甲", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);
        assertThat(city.ask(city.colleague, get("/api/inspection-sheets?task=" + visit.get("taskId")), null)
                        .status())
                .isEqualTo(404);
        assertThat(city.ask(city.colleague, post("/api/visits"), visit).status())
                .isEqualTo(404);
        assertThat(count("select count(*) from visit where id = ?", visit.get("id")))
                .isZero();
    }

    @Test
    void bad_records_are_refused_with_the_rule_that_they_break() {
        UUID plan = city.planUnderWay("坏记录", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);
        assertThat(refusedWith(visit, "checkItemCode", "没有-01-01")).isEqualTo("visit.item.unknown");
        assertThat(refusedWith(visit, "outcome", "GRADED")).isEqualTo("observation.grade.misplaced");
        assertThat(refusedWith(visit, "observedAt", "2099-01-01T00:00:00Z")).isEqualTo("visit.time.future");
        assertThat(refusedWith(visit, "longitude", 500.0)).isEqualTo("geo.out-of-range");
        assertThat(city.ask(city.inspector, post("/api/visits"), changed(visit, "outcome", "PERHAPS"))
                        .status())
                .isEqualTo(400);
        assertThat(count("select count(*) from visit where id = ?", visit.get("id")))
                .isZero();
    }

    @Test
    void a_correction_takes_the_place_of_the_old_record_in_every_count_and_both_stay() {
        UUID plan = city.planUnderWay("更正记录", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);
        city.ok(city.inspector, post("/api/visits"), visit);
        Map<String, Object> failed = observationsOf(visit).get(2);
        Map<String, Object> correction = InspectionFixture.observation((String) failed.get("checkItemCode"), false);
        Map<String, Object> body = Map.of("observation", correction, "reason", "核对后属划线内停放");
        String path = "/api/observations/" + failed.get("id") + "/corrections";

        assertThat(city.ask(city.colleague, post(path), body).status()).isEqualTo(404);
        city.ok(city.inspector, post(path), body);
        JsonNode history = city.ok(city.inspector, post(path), body);

        assertThat(texts(history, "id"))
                .containsExactly(
                        correction.get("id").toString(), failed.get("id").toString());
        assertThat(history.get(1).get("corrected").asBoolean()).isTrue();
        assertThat(effective(plan)).hasSize(3).noneMatch(ObservedFact::failed);
        assertThat(observations
                        .byIds(List.of((UUID) failed.get("id")))
                        .getFirst()
                        .failed())
                .isTrue();
        assertThat(observations.corrected(List.of((UUID) failed.get("id")))).containsExactly((UUID) failed.get("id"));
        assertThat(city.refused(
                        409,
                        city.inspector,
                        post(path),
                        Map.of(
                                "observation",
                                InspectionFixture.observation((String) failed.get("checkItemCode"), false),
                                "reason",
                                "再改一次")))
                .isEqualTo("observation.corrected");
    }

    @Test
    void the_qr_code_opens_the_own_task_there_or_else_daily_patrol() {
        UUID plan = city.planUnderWay("扫码", 3);
        String siteOfTask = tasksOf(city.inspector).stream()
                .filter(site -> !tasksOf(city.colleague).contains(site))
                .findFirst()
                .orElseThrow();
        assertThat(city.ok(city.inspector, get("/api/inspection-sheets?token=" + token(siteOfTask)), null)
                        .get("taskId")
                        .isNull())
                .isFalse();
        JsonNode patrol = city.ok(city.colleague, get("/api/inspection-sheets?token=" + token(siteOfTask)), null);
        assertThat(patrol.get("taskId").isNull()).isTrue();
        assertThat(patrol.get("kind").asString()).isEqualTo("PATROL");
        assertThat(plans.secret(List.of(plan))).containsExactly(plan);
    }

    @Test
    void scoring_reads_only_what_it_asks_for() {
        UUID plan = city.planUnderWay("计分取数", 3);
        city.ok(city.inspector, post("/api/visits"), visitOfFirstTask(plan));
        assertThat(effective(plan)).hasSize(3).allMatch(fact -> fact.kind() == PlanKind.COVERT);
        ObservationQuery query = ObservationQuery.of(city.city, november()).plans(Set.of(plan));
        assertThat(read(query.kinds(Set.of(PlanKind.OPEN)))).isEmpty();
        assertThat(read(query.edition(Ids.next()))).isEmpty();
        assertThat(read(query.edition(city.edition))).hasSize(3);
        assertThat(read(ObservationQuery.of(city.city + "99", november()))).isEmpty();
        assertThat(plans.drawnSites(List.of(plan)).get(plan)).hasSize(3);
        assertThat(plans.within(city.city, november()))
                .anyMatch(p -> p.id().equals(plan) && p.visited() == 1 && p.drawn() == 3);
    }

    @Test
    void nobody_inspected_learns_of_a_plan_before_its_release_by_any_answer() {
        String title = "绝密暗访第七号";
        UUID plan = city.planUnderWay(title, 4);
        Map<String, Object> visit = visitOfFirstTask(plan);
        city.ok(city.inspector, post("/api/visits"), visit);
        JsonNode draw = city.ok(city.office, get(draws(plan)), null).get(0);
        String drawPath = draws(plan) + "/" + draw.get("id").asString();
        String observation = observationsOf(visit).get(2).get("id").toString();
        String task = visit.get("taskId").toString();
        List<String> secrets = new ArrayList<>(List.of(
                title,
                plan.toString(),
                observation,
                task,
                visit.get("id").toString(),
                draw.get("seed").asString()));
        List<String> paths = List.of(
                "/api/inspection-plans",
                path(plan),
                draws(plan),
                drawPath + "/candidates",
                path(plan) + "/tasks",
                path(plan) + "/progress",
                path(plan) + "/inspectors",
                "/api/inspection-tasks/mine",
                "/api/inspection-sheets?task=" + task,
                "/api/visits/mine",
                "/api/visits/" + visit.get("id"),
                "/api/observations",
                "/api/observations?plan=" + plan,
                "/api/observations/export?plan=" + plan,
                "/api/observations/" + observation,
                "/api/search?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8),
                "/api/workbench");

        assertThat(city.ask(city.office, get("/api/search").param("q", title), null)
                        .body())
                .contains(plan.toString());
        for (CurrentUser user : inspectedRoles()) {
            for (String path : paths) {
                Answer answer = city.ask(user, get(URI.create(path)), null);
                assertThat(answer.status()).as(user.name() + " " + path).isLessThan(500);
                // a refusal names the address that was asked for; whoever asked knew it
                assertThat(answer.body().replace("\"instance\":\"" + path.split("\\?")[0] + "\"", ""))
                        .as(user.name() + " " + path)
                        .doesNotContain(secrets);
                if (path.contains(plan.toString()) && !path.contains("/observations")) {
                    assertThat(answer.status()).as(user.name() + " " + path).isIn(403, 404);
                }
            }
            assertThat(city.ask(user, post(drawPath + "/verifications"), null).status())
                    .isIn(403, 404);
            assertThat(city.ask(user, post(path(plan) + "/releases"), null).status())
                    .isIn(403, 404);
        }
        assertThat(city.ok(city.office, get("/api/observations?plan=" + plan), null)
                        .get("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void the_load_of_a_covert_visit_is_counted_for_the_unit_only_when_the_plan_has_ended() {
        UUID plan = city.planUnderWay("负担计数", 3);
        Map<String, Object> visit = visitOfFirstTask(plan);
        city.ok(city.inspector, post("/api/visits"), visit);
        String counted = "select count(*) from burden_entry where kind = 'VISIT' and unit_id = ? and subject_id = ?";
        assertThat(count(counted, city.unit, visit.get("id").toString())).isZero();
        city.ok(city.office, post(path(plan) + "/finishes"), null);
        assertThat(count(counted, city.unit, visit.get("id").toString())).isEqualTo(1);
    }

    @Test
    void a_picture_of_a_secret_finding_is_seen_by_the_office_and_by_nobody_inspected() {
        UUID plan = city.planUnderWay("照片保密", 3);
        UUID picture = city.upload(city.inspector);
        Map<String, Object> visit = visitOfFirstTask(plan);
        observationsOf(visit).get(2).put("pictures", List.of(picture));
        assertThat(city.ask(city.office, get("/api/media/" + picture), null).status())
                .isEqualTo(404);
        city.ok(city.inspector, post("/api/visits"), visit);

        assertThat(city.ask(city.office, get("/api/media/" + picture), null).status())
                .isEqualTo(200);
        for (CurrentUser user : inspectedRoles()) {
            assertThat(city.ask(user, get("/api/media/" + picture), null).status())
                    .as(user.name())
                    .isEqualTo(404);
        }
        theFeedMadeACaseOf(picture);
        assertThat(city.ask(city.office, get("/api/media/" + picture), null).status())
                .isEqualTo(200);
        for (CurrentUser user : inspectedRoles()) {
            assertThat(city.ask(user, get("/api/media/" + picture), null).status())
                    .as(user.name() + ", now that there is a case of it")
                    .isEqualTo(404);
        }
        Map<String, Object> stolen = new HashMap<>(visitOfFirstTask(plan));
        observationsOf(stolen).get(2).put("pictures", List.of(Ids.next()));
        assertThat(city.refused(422, city.inspector, post("/api/visits"), stolen))
                .isEqualTo("media.unknown");
    }

    @Test
    void after_its_release_the_county_office_reads_the_results_of_its_own_area_without_the_inspectors_name() {
        UUID plan = city.planUnderWay("公开以后", 12);
        Map<String, Object> visit = visitOfFirstTask(plan);
        city.ok(city.inspector, post("/api/visits"), visit);
        assertThat(city.refused(422, city.office, post(path(plan) + "/releases"), null))
                .isEqualTo("inspection.release.too-early");
        city.ok(city.office, post(path(plan) + "/finishes"), null);
        city.ok(city.office, post(path(plan) + "/releases"), null);

        String area = jdbc.queryForObject("select area_code from visit where id = ?", String.class, visit.get("id"));
        CurrentUser there = county(area.substring(0, 6));
        CurrentUser elsewhere = county(city.city + (area.startsWith(city.city + "01") ? "02" : "01"));
        JsonNode rows =
                city.ok(there, get("/api/observations?plan=" + plan), null).get("items");
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(0).get("inspectorName").isNull()).isTrue();
        assertThat(city.ok(elsewhere, get("/api/observations?plan=" + plan), null)
                        .get("items")
                        .size())
                .isZero();
        assertThat(city.ask(there, get(path(plan)), null).status()).isEqualTo(200);
        assertThat(city.ask(there, get(path(plan) + "/tasks"), null).status()).isEqualTo(404);
        String draw = city.ok(there, get(draws(plan)), null).get(0).get("id").asString();
        assertThat(city.ask(there, get(draws(plan) + "/" + draw + "/candidates"), null)
                        .status())
                .as("it tells which sites other plans had drawn")
                .isEqualTo(404);
    }

    @Test
    void a_county_office_keeps_its_own_plans_and_can_not_reach_beyond_its_area() {
        CurrentUser east = county(city.city + "01");
        UUID own = city.plan(east, "东区自查", PlanKind.PATROL, city.city + "01", 2);
        assertThat(texts(city.ok(east, get("/api/inspection-plans"), null).get("items"), "id"))
                .contains(own.toString());
        assertThat(city.ask(county(city.city + "02"), get(path(own)), null).status())
                .isEqualTo(404);
        assertThat(city.ask(city.office, get(path(own)), null).status()).isEqualTo(200);
        assertThat(city.refused(
                        422,
                        east,
                        post("/api/inspection-plans"),
                        Map.of(
                                "title",
                                "越界",
                                "kind",
                                "PATROL",
                                "editionId",
                                city.edition,
                                "firstDay",
                                "2026-11-01",
                                "lastDay",
                                "2026-11-30",
                                "areaCode",
                                city.city + "02",
                                "preferNeverDrawn",
                                false,
                                "version",
                                0,
                                "quotas",
                                List.of())))
                .isEqualTo("inspection.plan.area");
    }

    /** In the background, within a second on a quiet machine; other running transactions hold it up. */
    private void theFeedMadeACaseOf(UUID picture) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (count("select count(*) from case_picture where picture_id = ?", picture) == 0) {
            assertThat(System.nanoTime()).as("waited a minute for the case").isLessThan(deadline);
            LockSupport.parkNanos(50_000_000L);
        }
    }

    private List<CurrentUser> inspectedRoles() {
        UUID unit = Ids.next();
        return List.of(
                TestUsers.ofUnit(StandardRole.UNIT_HANDLER, unit),
                TestUsers.ofUnit(StandardRole.UNIT_LEADER, unit),
                TestUsers.inArea(StandardRole.STREET_OFFICER, city.city + "01001", unit),
                TestUsers.inArea(StandardRole.COMMUNITY_OFFICER, city.city + "01001001", unit),
                TestUsers.inArea(StandardRole.COVERING_LEADER, city.city + "01", unit),
                county(city.city + "01"),
                county(city.city + "02"),
                city.colleague,
                TestUsers.administrator());
    }

    private static CurrentUser county(String area) {
        return TestUsers.inArea(StandardRole.COUNTY_OFFICE, area, null);
    }

    private Map<String, Object> visitOfFirstTask(UUID plan) {
        JsonNode task = city.ok(city.office, get(path(plan) + "/tasks"), null)
                .get("items")
                .get(0);
        return city.visit(task.get("id").asString(), task.get("siteId").asString());
    }

    private String refusedWith(Map<String, Object> visit, String field, Object value) {
        return city.refused(422, city.inspector, post("/api/visits"), changed(visit, field, value));
    }

    private static Map<String, Object> changed(Map<String, Object> visit, String field, Object value) {
        Map<String, Object> observation = new HashMap<>(observationsOf(visit).getFirst());
        observation.put(field, value);
        Map<String, Object> changed = new HashMap<>(visit);
        changed.put("observations", List.of(observation));
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> observationsOf(Map<String, Object> visit) {
        return (List<Map<String, Object>>) visit.get("observations");
    }

    private List<ObservedFact> effective(UUID plan) {
        return read(ObservationQuery.of(city.city, november()).plans(Set.of(plan)));
    }

    private List<ObservedFact> read(ObservationQuery query) {
        List<ObservedFact> facts = new ArrayList<>();
        transaction.executeWithoutResult(status -> observations.forEachEffective(query, facts::add));
        return facts;
    }

    private static Period november() {
        return new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    }

    private String token(String siteId) {
        return city.sites.stream()
                .filter(s -> s.id().toString().equals(siteId))
                .findFirst()
                .orElseThrow()
                .token();
    }

    private int count(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, Integer.class, arguments);
    }

    private static String path(UUID plan) {
        return "/api/inspection-plans/" + plan;
    }

    private static String draws(UUID plan) {
        return path(plan) + "/draws";
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(field).asString()));
        return texts;
    }

    private List<String> tasksOf(CurrentUser user) {
        return city.ok(user, get("/api/inspection-tasks/mine"), null).findValuesAsString("siteId");
    }
}
