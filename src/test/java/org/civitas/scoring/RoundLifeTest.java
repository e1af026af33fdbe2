package org.civitas.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.testing.TestUsers.acting;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.civitas.scoring.application.ComputeRound;
import org.civitas.scoring.application.CorrectRound;
import org.civitas.scoring.application.CreateRound;
import org.civitas.scoring.application.PublishRound;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.civitas.site.SiteLoading;
import org.civitas.standard.ExampleEdition;
import org.civitas.territory.TerritoryLoading;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A round from its draft to its correction, against a real database: what is frozen, who sees what, what never changes. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundLifeTest {

    @Autowired
    MockMvc web;

    ScoredCity city;

    @Autowired
    CreateRound creating;

    @Autowired
    ComputeRound computing;

    @Autowired
    PublishRound publishing;

    @Autowired
    CorrectRound correcting;

    @Autowired
    Rounds rounds;

    @Autowired
    FrozenInputs frozen;

    @Autowired
    Scores scores;

    @Autowired
    List<MediaVisibility> visibilities;

    @Autowired
    JdbcTemplate jdbc;

    /**
     * 消防 (7.1.1-1, worst item): 东一 ✗, 东二 ✓, 西一 ✗, 西二 ✗. 垃圾 (6.2.1-1, 0.25 a fault of 2 points): 东一 2 faults,
     * 西一 none.
     */
    @BeforeAll
    void march(@Autowired TerritoryLoading territory, @Autowired SiteLoading sites, @Autowired ExampleEdition example) {
        city = new ScoredCity(territory, sites, example, jdbc);
        city.build();
        city.visit("东一", 3, null, Map.of("小区-07-01", "不符合", "小区-01-01", "2"));
        city.visit("东二", 4, null, Map.of("小区-07-01", "符合"));
        city.visit("西一", 5, null, Map.of("小区-07-01", "不符合", "小区-01-01", "0"));
        city.visit("西二", 6, null, Map.of("小区-07-01", "不符合"));
    }

    private RoundSettings settings(String area, long minCoverage) {
        return new RoundSettings(
                city.edition().id(),
                area,
                new Period(ScoredCity.FIRST, ScoredCity.LAST),
                VisitRule.LATEST,
                List.of("COVERT", "OPEN"),
                minCoverage);
    }

    private UUID computed(String name) {
        UUID[] id = new UUID[1];
        acting(TestUsers.office(), () -> {
            id[0] = creating.create(TestUsers.office(), name, settings(city.root(), 0));
            computing.compute(id[0]);
        });
        return id[0];
    }

    private UUID published(String name) {
        UUID id = computed(name);
        publish(id);
        return id;
    }

    private void publish(UUID id) {
        acting(
                TestUsers.office(),
                () -> publishing.publish(TestUsers.office(), id, newest(id).revision()));
    }

    private RoundVersion newest(UUID id) {
        return rounds.versions(id).getFirst();
    }

    private BigDecimal lossBy(CurrentUser user, UUID id, String by) throws Exception {
        String answer = web.perform(
                        get("/api/rounds/{id}/losses", id).param("by", by).with(as(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        List<Object> rows = JsonPath.read(answer, "$.rows[*].exactLoss");
        return rows.stream().map(o -> new BigDecimal(o.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void the_figures_are_those_worked_out_by_hand() {
        // 消防, 1.5 points: ratios 0, 1, 0, 0 → mean 0.25 → 0.375, loss 1.125.
        // 垃圾, 2 points: 东一 1 − 2·0.25/2 = 0.75, 西一 1 → mean 0.875 → 1.75, loss 0.25. Together 2.125 of 3.5.
        RoundVersion version = newest(computed("手算"));
        assertThat(version.total().got()).isEqualTo(2_125_000_000L);
        assertThat(version.total().judged()).isEqualTo(3_500_000_000L);
    }

    @Test
    void every_view_sums_to_the_loss_and_nobody_has_a_row_of_his_own() throws Exception {
        UUID id = computed("归集");
        for (String by :
                List.of("DEPARTMENT", "TERRITORY", "COUNTY", "STREET", "SITE_TYPE", "CRITERION", "ITEM", "SITE")) {
            assertThat(lossBy(TestUsers.office(), id, by)).as(by).isEqualByComparingTo("1.375");
        }
        web.perform(get("/api/rounds/{id}/losses", id).param("by", "DEPARTMENT").with(as(TestUsers.office())))
                .andExpect(jsonPath("$.rows[*].name", hasItem("无责任单位")));
    }

    @Test
    void a_published_round_recomputed_from_its_stored_inputs_gives_the_stored_figures() {
        UUID id = published("复算");
        RoundVersion version = newest(id);
        RoundResult again = RoundScoring.compute(frozen.read(version.id()).orElseThrow());
        assertThat(again.total()).isEqualTo(version.total());
        List<String> stored = jdbc.queryForList(
                "select number || ' ' || observation_id || ' ' || points from scoring_loss where version_id = ? order by number",
                String.class,
                version.id());
        assertThat(again.pieces().stream()
                        .map(p -> p.number() + " " + p.observationId() + " " + p.nanos())
                        .toList())
                .isEqualTo(stored);
    }

    @Test
    void a_published_round_can_be_changed_by_nobody_not_even_in_the_database() {
        UUID id = published("冻结");
        UUID version = newest(id).id();
        acting(
                TestUsers.office(),
                () -> assertThatThrownBy(() -> computing.compute(id))
                        .isInstanceOfSatisfying(
                                RuleViolation.class,
                                fault -> assertThat(fault.code()).isEqualTo("round.step")));
        for (String statement : List.of(
                "update scoring_loss set points = points + 1 where version_id = ?",
                "delete from scoring_node where version_id = ?",
                "delete from scoring_input_site where version_id = ?",
                "update scoring_version set got = 0 where id = ?",
                "update scoring_version set state = 'DRAFT' where id = ?",
                "delete from scoring_version where id = ?")) {
            assertThatThrownBy(() -> jdbc.update(statement, version))
                    .as(statement)
                    .hasMessageContaining("已发布的测评结果不能改动");
        }
    }

    @Test
    void a_correction_is_a_new_version_with_a_reason_and_the_old_one_stays_in_force_until_it_is_published()
            throws Exception {
        UUID id = published("更正");
        UUID before = newest(id).id();
        CurrentUser unit = TestUsers.ofUnit(StandardRole.UNIT_LEADER, city.units.get("住建局"));
        acting(TestUsers.office(), () -> {
            correcting.correct(TestUsers.office(), id, "漏计一次检查");
            computing.compute(id);
        });
        web.perform(get("/api/rounds/{id}", id).with(as(unit)))
                .andExpect(jsonPath("$.versionNumber").value(1))
                .andExpect(jsonPath("$.versions", hasSize(1)));
        web.perform(get("/api/rounds/{id}", id).with(as(TestUsers.office())))
                .andExpect(jsonPath("$.versionNumber").value(2))
                .andExpect(jsonPath("$.reason").value("漏计一次检查"));
        publish(id);
        web.perform(get("/api/rounds/{id}", id).with(as(unit)))
                .andExpect(jsonPath("$.versionNumber").value(2));
        web.perform(get("/api/rounds/{id}", id).param("version", "1").with(as(unit)))
                .andExpect(jsonPath("$.state").value("SUPERSEDED"))
                .andExpect(jsonPath("$.score.exactGot").value(2.125));
        assertThat(frozen.read(before)).isPresent();
    }

    @Test
    void a_round_below_its_coverage_is_not_published() {
        UUID[] id = new UUID[1];
        acting(TestUsers.office(), () -> {
            id[0] = creating.create(TestUsers.office(), "覆盖不足", settings(city.root(), 500_000_000));
            computing.compute(id[0]);
        });
        assertThatThrownBy(() -> publish(id[0]))
                .isInstanceOfSatisfying(
                        RuleViolation.class, fault -> assertThat(fault.code()).isEqualTo("round.publish.coverage-low"));
    }

    @Test
    void a_round_that_would_give_away_a_secret_plan_is_not_published() {
        UUID plan = city.secretPlan();
        city.visit("东二", 20, plan, Map.of("小区-07-01", "符合"));
        UUID id = computed("泄密");
        assertThatThrownBy(() -> publish(id))
                .isInstanceOfSatisfying(
                        RuleViolation.class, fault -> assertThat(fault.code()).isEqualTo("round.publish.secret-plan"));
        city.release(plan);
        publish(id);
        assertThat(scores.find(id)).isPresent();
    }

    @Test
    void a_draft_is_seen_only_by_those_who_make_rounds() throws Exception {
        UUID id = computed("草稿");
        for (CurrentUser user : List.of(
                TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(1), null),
                TestUsers.ofUnit(StandardRole.UNIT_HANDLER, city.units.get("住建局")))) {
            for (String path : List.of("", "/losses?by=SITE", "/pieces", "/tree", "/areas")) {
                web.perform(get("/api/rounds/" + id + path).with(as(user))).andExpect(status().isNotFound());
            }
            web.perform(get("/api/rounds").with(as(user)))
                    .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        }
        web.perform(get("/api/rounds").with(as(TestUsers.inspector()))).andExpect(status().isForbidden());
    }

    @Test
    void a_county_office_sees_the_figures_of_its_county_and_not_those_of_another() throws Exception {
        UUID id = published("区县");
        CurrentUser east = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(1), null);
        // 东区: 东一's third of 1.125 = 0.375 and its 0.25
        assertThat(lossBy(east, id, "STREET")).isEqualByComparingTo("0.625");
        web.perform(get("/api/rounds/{id}/pieces", id).with(as(east)))
                .andExpect(jsonPath("$.items[*].siteName", not(hasItem("西一"))))
                .andExpect(jsonPath("$.total").value(2));
        web.perform(get("/api/rounds/{id}/tree", id).with(as(east)))
                .andExpect(jsonPath("$.areaName").value("东区"))
                // 消防 1.5·0.5 + 垃圾 2·0.75
                .andExpect(jsonPath("$.score.exactGot").value(2.25));
        web.perform(get("/api/rounds/{id}/areas", id).with(as(east))).andExpect(jsonPath("$", hasSize(1)));
        for (String path : List.of("/losses?by=SITE&area=", "/tree?area=", "/pieces?area=", "/areas?area=")) {
            web.perform(get("/api/rounds/" + id + path + city.county(2)).with(as(east)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/api/rounds/{id}/sites/{site}", id, city.sites.get("西一"))
                        .with(as(east)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_unit_sees_the_total_and_what_it_is_charged_with() throws Exception {
        UUID id = published("单位");
        CurrentUser street = TestUsers.ofUnit(StandardRole.UNIT_LEADER, city.units.get("西街道办"));
        web.perform(get("/api/rounds/{id}", id).with(as(street)))
                .andExpect(jsonPath("$.score.exactGot").value(2.125))
                .andExpect(jsonPath("$.open.unitsOnly").value(true));
        assertThat(lossBy(street, id, "SITE")).isEqualByComparingTo("0.75");
        web.perform(get("/api/rounds/{id}/losses", id).param("by", "TERRITORY").with(as(street)))
                .andExpect(jsonPath("$.rows", hasSize(1)));
        web.perform(get("/api/rounds/{id}/losses", id).param("by", "DEPARTMENT").with(as(street)))
                .andExpect(jsonPath("$.rows", hasSize(0)));
        web.perform(get("/api/rounds/{id}/tree", id).with(as(street))).andExpect(status().isNotFound());
        web.perform(get("/api/rounds/{id}/sites/{site}", id, city.sites.get("东一"))
                        .with(as(street)))
                .andExpect(status().isNotFound());
        web.perform(get("/api/rounds/{id}/sites/{site}", id, city.sites.get("西一"))
                        .with(as(street)))
                .andExpect(jsonPath("$.observations", hasSize(1)))
                .andExpect(jsonPath("$.observations[0].faultWords").value("楼道堆物"));
    }

    private boolean shows(UUID picture, CurrentUser user) {
        return visibilities.stream()
                .filter(module -> module.getClass().getPackageName().startsWith("org.civitas.scoring"))
                .anyMatch(module -> module.shows(picture, user));
    }

    @Test
    void who_sees_a_loss_sees_its_pictures_and_nobody_else_does() {
        CurrentUser charged = TestUsers.ofUnit(StandardRole.UNIT_HANDLER, city.units.get("西街道办"));
        CurrentUser other = TestUsers.ofUnit(StandardRole.UNIT_HANDLER, city.units.get("东街道办"));
        CurrentUser east = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(1), null);
        UUID picture = city.picture("西一");
        published("照片");
        assertThat(shows(picture, charged)).isTrue();
        assertThat(shows(picture, TestUsers.office())).isTrue();
        assertThat(shows(picture, other)).isFalse();
        assertThat(shows(picture, east)).isFalse();
        assertThat(shows(picture, TestUsers.inspector())).isFalse();
    }

    @Test
    void a_leader_sees_the_area_that_he_covers_in_the_order_of_codes() throws Exception {
        UUID id = published("包联");
        CurrentUser leader = TestUsers.inArea(StandardRole.COVERING_LEADER, city.county(2), null);
        city.covered(leader.accountId(), city.county(2) + "001");
        web.perform(get("/api/rounds/{id}/covered-areas", id).with(as(leader)))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].loss").value(0.75));
        web.perform(get("/api/rounds/{id}/covered-areas", id).with(as(TestUsers.office())))
                .andExpect(status().isForbidden());
    }

    @Test
    void other_modules_get_published_figures_that_sum() {
        UUID id = published("通报用");
        for (ResponsibilityLine line : ResponsibilityLine.values()) {
            assertThat(scores.lossesByUnit(id, line).stream()
                            .mapToLong(loss -> loss.loss().nanos())
                            .sum())
                    .isEqualTo(1_375_000_000L);
        }
        assertThat(scores.scoresByArea(id, 6)).extracting(AreaScore::areaName).containsExactly("东区", "西区");
        assertThat(scores.published(city.root(), 10)).isNotEmpty();
    }

    @Test
    void a_round_with_bad_input_is_refused_at_the_field_and_nothing_is_written() throws Exception {
        long before = jdbc.queryForObject("select count(*) from scoring_round", Long.class);
        String good = """
                {"name":"%s","editionId":"%s","areaCode":"%s","firstDay":"2026-03-01","lastDay":"%s",
                 "visitRule":"LATEST","kinds":["COVERT"],"minCoverage":%s}
                """;
        for (String body : List.of(
                good.formatted("", city.edition().id(), city.root(), "2026-03-31", "60"),
                good.formatted("三月", city.edition().id(), city.root(), "2026-03-31", "160"),
                "{}")) {
            web.perform(post("/api/rounds")
                            .with(as(TestUsers.office()))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest());
        }
        web.perform(post("/api/rounds")
                        .with(as(TestUsers.office()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(good.formatted("三月", city.edition().id(), city.root(), "2026-02-01", "60")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("period.reversed"));
        web.perform(post("/api/rounds")
                        .with(as(TestUsers.office()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(good.formatted("三月", UUID.randomUUID(), city.root(), "2026-03-31", "60")))
                .andExpect(status().isNotFound());
        assertThat(jdbc.queryForObject("select count(*) from scoring_round", Long.class))
                .isEqualTo(before);
    }

    @Test
    void a_draft_can_be_discarded_and_its_result_comes_as_a_workbook() throws Exception {
        UUID id = computed("删除");
        for (String path : List.of("/tree.xlsx", "/losses.xlsx?by=DEPARTMENT", "/pieces.xlsx")) {
            byte[] file = web.perform(get("/api/rounds/" + id + path).with(as(TestUsers.office())))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(file).startsWith('P', 'K');
        }
        web.perform(delete("/api/rounds/{id}", id).with(as(TestUsers.office()))).andExpect(status().isNoContent());
        web.perform(get("/api/rounds/{id}", id).with(as(TestUsers.office()))).andExpect(status().isNotFound());
    }
}
