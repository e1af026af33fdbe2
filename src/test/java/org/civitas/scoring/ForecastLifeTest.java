package org.civitas.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.testing.TestUsers.acting;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.scoring.application.ComputeRound;
import org.civitas.scoring.application.CreateRound;
import org.civitas.scoring.application.MakeForecast;
import org.civitas.scoring.application.PublishRound;
import org.civitas.scoring.application.TestForecasts;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.domain.forecast.Forecasting;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.shared.Period;
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
import org.springframework.test.web.servlet.ResultActions;

/** A forecast from its order to what is made of it, against a real database: who sees what, what never changes. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastLifeTest {

    @Autowired
    MockMvc web;

    @Autowired
    MakeForecast making;

    @Autowired
    TestForecasts testing;

    @Autowired
    Forecasts forecasts;

    @Autowired
    JdbcTemplate jdbc;

    ScoredCity city;

    @BeforeAll
    void march(@Autowired TerritoryLoading territory, @Autowired SiteLoading sites, @Autowired ExampleEdition example) {
        city = new ScoredCity(territory, sites, example, jdbc);
        city.build();
        for (int day : List.of(3, 12, 21)) {
            city.visit("东一", day, null, Map.of("小区-07-01", "不符合", "小区-01-01", "2"));
            city.visit("东二", day, null, Map.of("小区-07-01", "符合", "小区-01-01", "0"));
            city.visit("西一", day, null, Map.of("小区-07-01", day < 20 ? "不符合" : "符合"));
        }
    }

    private UUID made(int draws, long seed) {
        UUID[] id = new UUID[1];
        acting(
                TestUsers.office(),
                () -> id[0] = making.makeNow(
                        new MakeForecast.Order(
                                city.edition().id(), city.root(), Map.of("小区", 2), 70_000_000_000L, draws, seed, 60),
                        city.root(),
                        true));
        return id[0];
    }

    private ResultActions asked(CurrentUser user, String path, Object... ids) throws Exception {
        return web.perform(get(path, ids).with(as(user)));
    }

    private ResultActions sent(CurrentUser user, String body, String path, Object... ids) throws Exception {
        return web.perform(post(path, ids)
                .with(as(user))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void the_office_sees_the_sum_and_leads_from_it_to_the_evidence_of_the_worst_site() throws Exception {
        UUID id = made(1_000, 7);
        asked(TestUsers.office(), "/api/forecasts/{id}", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mean").value(greaterThan(0.0)))
                .andExpect(jsonPath("$.sitesPlanned").value(2))
                .andExpect(jsonPath("$.population").value(4))
                .andExpect(jsonPath("$.neverVisited").value(1))
                .andExpect(jsonPath("$.units[*].name", hasItem("住建局")))
                .andExpect(jsonPath("$.leftOut[*].method", hasItem("问卷调查")));
        asked(TestUsers.office(), "/api/forecasts/{id}/sites", id)
                .andExpect(jsonPath("$.items", hasSize(4)))
                .andExpect(jsonPath("$.items[0].name").value("东一"));
        asked(TestUsers.office(), "/api/forecasts/{id}/sites/{site}", id, city.sites.get("东一"))
                .andExpect(jsonPath("$.items[0].pass").exists())
                .andExpect(jsonPath("$.history", hasSize(6)))
                .andExpect(jsonPath("$.seen").value(6));
    }

    @Test
    void drawn_again_from_the_stored_model_it_is_the_same_and_mending_the_worst_site_is_worth_what_the_list_says()
            throws Exception {
        UUID one = made(1_000, 11);
        var first = forecasts.find(one, city.root()).orElseThrow();
        var again = new Forecasting(forecasts.model(one), first.head().settings(), 1).forecast();
        assertThat(again.mean()).isEqualTo(first.result().mean());
        assertThat(again.turns()).isEqualTo(first.result().turns());
        long gain = first.result().turns().get(1).mean() - first.result().mean();
        sent(
                        TestUsers.office(),
                        "{\"siteIds\":[\"" + first.result().sites().getFirst().siteId() + "\"]}",
                        "/api/forecasts/{id}/what-ifs",
                        one)
                .andExpect(jsonPath("$.mean")
                        .value(org.hamcrest.Matchers.closeTo((first.result().mean() + gain) / 1e9, 0.02)));
    }

    @Test
    void a_stored_forecast_can_be_changed_by_nobody() {
        UUID id = made(100, 3);
        for (String statement : List.of(
                "update scoring_forecast set mean = 0 where id = ?", "delete from scoring_forecast where id = ?")) {
            assertThatThrownBy(() -> jdbc.update(statement, id)).hasMessageContaining("测评预测存下后不能改动");
        }
    }

    @Test
    void leaders_see_the_sum_only_offices_below_and_units_nothing() throws Exception {
        UUID id = made(100, 4);
        CurrentUser office = TestUsers.office();
        CurrentUser leader = new CurrentUser(
                office.accountId(),
                "领导",
                office.city(),
                office.roles(),
                Set.of(Permission.SCORE_READ),
                office.unitId(),
                office.scope());
        asked(leader, "/api/forecasts/{id}", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.units", nullValue()))
                .andExpect(jsonPath("$.turns", nullValue()))
                .andExpect(jsonPath("$.sitesOpen").value(false));
        asked(leader, "/api/forecasts/{id}/sites", id).andExpect(status().isForbidden());
        CurrentUser county = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(1), null);
        asked(county, "/api/forecasts/{id}", id).andExpect(status().isNotFound());
        asked(county, "/api/forecasts/{id}/sites", id).andExpect(status().isForbidden());
        CurrentUser unit = TestUsers.ofUnit(StandardRole.UNIT_LEADER, city.units.get("住建局"));
        asked(unit, "/api/forecasts/{id}", id).andExpect(status().isNotFound());
        asked(unit, "/api/forecasts", id).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void an_office_below_the_city_forecasts_without_what_secret_plans_found() {
        UUID plan = city.secretPlan();
        city.visit("西二", 25, plan, Map.of("小区-07-01", "不符合"));
        UUID[] ids = new UUID[2];
        CurrentUser county = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(2), null);
        MakeForecast.Order order = new MakeForecast.Order(
                city.edition().id(), city.county(2), Map.of("小区", 2), 70_000_000_000L, 100, 1, 60);
        acting(county, () -> ids[0] = making.makeNow(order, city.county(2), false));
        acting(TestUsers.office(), () -> ids[1] = making.makeNow(order, city.root(), true));
        var below = forecasts.find(ids[0], city.root()).orElseThrow();
        var above = forecasts.find(ids[1], city.root()).orElseThrow();
        assertThat(visits(below)).isZero();
        assertThat(below.secretPlans()).isZero();
        assertThat(visits(above)).isEqualTo(1);
        assertThat(above.secretPlans()).isEqualTo(1);
    }

    private int visits(Forecasts.Stored stored) {
        return stored.result().sites().stream()
                .filter(site -> site.siteId().equals(city.sites.get("西二")))
                .findFirst()
                .orElseThrow()
                .visits();
    }

    @Test
    void a_selection_becomes_a_plan_of_these_very_sites_once() throws Exception {
        UUID id = made(100, 5);
        String body = """
                {"siteIds":["%s","%s"],"title":"迎检督查","kind":"COVERT","firstDay":"2026-12-01","lastDay":"2026-12-05"}
                """.formatted(city.sites.get("东一"), city.sites.get("西一"));
        sent(TestUsers.office(), body, "/api/forecasts/{id}/plans", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.already").value(false));
        sent(TestUsers.office(), body, "/api/forecasts/{id}/plans", id)
                .andExpect(jsonPath("$.already").value(true));
        assertThat(jdbc.queryForList("""
                        select t.site_name from inspection_task t join inspection_plan p on p.id = t.plan_id
                        where p.title = '迎检督查' order by 1
                        """, String.class)).containsExactlyInAnyOrder("东一", "西一");
        asked(TestUsers.office(), "/api/forecasts/{id}", id)
                .andExpect(jsonPath("$.batches", hasSize(1)))
                .andExpect(jsonPath("$.batches[0].kind").value("PLAN"));
    }

    @Test
    void a_selection_becomes_cases_that_wait_for_acceptance_once() throws Exception {
        UUID id = made(100, 6);
        String type = jdbc.queryForObject("select code from case_type order by code limit 1", String.class);
        String body = "{\"siteIds\":[\"%s\"],\"typeCode\":\"%s\"}".formatted(city.sites.get("东一"), type);
        sent(TestUsers.office(), body, "/api/forecasts/{id}/cases", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.batch.caseIds", hasSize(1)));
        sent(TestUsers.office(), body, "/api/forecasts/{id}/cases", id)
                .andExpect(jsonPath("$.already").value(true))
                .andExpect(jsonPath("$.batch.caseIds", hasSize(1)));
        assertThat(jdbc.queryForList("""
                        select state from case_file where description like '测评预测%'
                        """, String.class)).containsExactly("REPORTED");
    }

    @Test
    void a_back_test_forecasts_a_published_round_from_what_was_known_before_it(
            @Autowired CreateRound creating,
            @Autowired ComputeRound computing,
            @Autowired PublishRound publishing,
            @Autowired Rounds rounds)
            throws Exception {
        CurrentUser office = TestUsers.office();
        acting(office, () -> {
            UUID round = creating.create(
                    office,
                    "下旬",
                    new RoundSettings(
                            city.edition().id(),
                            city.root(),
                            new Period(ScoredCity.FIRST.plusDays(19), ScoredCity.FIRST.plusDays(21)),
                            VisitRule.LATEST,
                            List.of("COVERT"),
                            0));
            computing.compute(round);
            publishing.publish(office, round, rounds.versions(round).getFirst().revision());
            testing.testNow(city.edition().id(), city.root(), 5);
        });
        web.perform(get("/api/back-tests/newest")
                        .param("editionId", city.edition().id().toString())
                        .param("areaCode", city.root())
                        .with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rounds", hasSize(1)))
                .andExpect(jsonPath("$.rounds[0].name").value("下旬"))
                .andExpect(jsonPath("$.rounds[0].judged").value(greaterThan(0)))
                .andExpect(jsonPath("$.rounds[0].known").value(10));
    }

    @Test
    void orders_that_can_not_be_met_are_refused_in_words() throws Exception {
        for (String plan : List.of("{}", "{\"小区\":-1}", "{\"小区\":0}")) {
            sent(
                            TestUsers.office(),
                            "{\"editionId\":\"%s\",\"areaCode\":\"%s\",\"plan\":%s,\"target\":88}"
                                    .formatted(city.edition().id(), city.root(), plan),
                            "/api/forecasts")
                    .andExpect(status().is4xxClientError());
        }
        web.perform(get("/api/forecasts/preparation")
                        .param("editionId", city.edition().id().toString())
                        .param("areaCode", city.root())
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$.types[?(@.typeCode=='小区')].population", hasItem(4)));
    }
}
