package org.civitas.scoring;

import static org.civitas.testing.TestUsers.acting;
import static org.civitas.testing.TestUsers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.scoring.application.ComputeRound;
import org.civitas.scoring.application.CreateRound;
import org.civitas.scoring.application.PublishRound;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.VisitRule;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Two rounds of one city held against each other. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonTest {

    @Autowired
    MockMvc web;

    @Autowired
    CreateRound creating;

    @Autowired
    ComputeRound computing;

    @Autowired
    PublishRound publishing;

    @Autowired
    Rounds rounds;

    ScoredCity city;
    UUID early;
    UUID late;

    /**
     * 消防 (7.1.1-1, 1.5 points) and 垃圾 (6.2.1-1, 0.25 a fault of 2 points). Early: 消防 one of four conforms, 0.25 → 0.375;
     * 垃圾 东一 2 faults 0.75, 西一 none → 0.875 → 1.75. Rate 2.125 ÷ 3.5 = 60.71 %. Late: 消防 two of four, 0.5 → 0.75;
     * 垃圾 as before; 2.5 ÷ 3.5 = 71.43 %. The scope is the same, so all of the 10.72 points come from 消防.
     */
    @BeforeAll
    void march(
            @Autowired TerritoryLoading territory,
            @Autowired SiteLoading sites,
            @Autowired ExampleEdition example,
            @Autowired JdbcTemplate jdbc) {
        city = new ScoredCity(territory, sites, example, jdbc);
        city.build();
        for (int day : List.of(3, 13)) {
            city.visit("东一", day, null, Map.of("小区-07-01", day == 3 ? "不符合" : "符合", "小区-01-01", "2"));
            city.visit("东二", day + 1, null, Map.of("小区-07-01", "符合"));
            city.visit("西一", day + 2, null, Map.of("小区-07-01", "不符合", "小区-01-01", "0"));
            city.visit("西二", day + 3, null, Map.of("小区-07-01", "不符合"));
        }
        early = published("上旬", 1, 10);
        late = published("中旬", 11, 20);
    }

    private UUID published(String name, int first, int last) {
        UUID[] id = new UUID[1];
        acting(TestUsers.office(), () -> {
            id[0] = creating.create(TestUsers.office(), name, settings(city.root(), first, last));
            computing.compute(id[0]);
            publishing.publish(
                    TestUsers.office(), id[0], rounds.versions(id[0]).getFirst().revision());
        });
        return id[0];
    }

    private RoundSettings settings(String area, int first, int last) {
        return new RoundSettings(
                city.edition().id(),
                area,
                new Period(LocalDate.of(2026, 3, first), LocalDate.of(2026, 3, last)),
                VisitRule.LATEST,
                List.of("COVERT", "OPEN"),
                0);
    }

    @Test
    void the_change_goes_to_the_item_that_did_better() throws Exception {
        web.perform(get("/api/rounds/{id}/comparison", late).with(as(TestUsers.office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.earlier.name").value("上旬"))
                .andExpect(jsonPath("$.rateBefore").value(60.71))
                .andExpect(jsonPath("$.rateAfter").value(71.43))
                .andExpect(jsonPath("$.change").value(10.72))
                .andExpect(jsonPath("$.scopeEffect").value(0.0))
                .andExpect(jsonPath("$.items[?(@.code=='7')].effect").value(contains(10.72)))
                .andExpect(jsonPath("$.items[?(@.code=='6')].effect").value(contains(0.0)))
                .andExpect(jsonPath("$.items[?(@.code=='7')].criteria[0].rateBefore")
                        .value(contains(25.0)))
                .andExpect(jsonPath("$.items[?(@.code=='7')].criteria[0].rateAfter")
                        .value(contains(50.0)));
    }

    @Test
    void a_criterion_names_the_sites_and_check_items_that_moved() throws Exception {
        web.perform(get("/api/rounds/{id}/comparison/7.1.1", late).with(as(TestUsers.office())))
                .andExpect(jsonPath("$.types", hasSize(1)))
                .andExpect(jsonPath("$.types[0].sitesBoth").value(4))
                .andExpect(jsonPath("$.types[0].bothBefore").value(25.0))
                .andExpect(jsonPath("$.types[0].bothAfter").value(50.0))
                .andExpect(jsonPath("$.sites", hasSize(1)))
                .andExpect(jsonPath("$.sites[0].siteName").value("东一"))
                .andExpect(jsonPath("$.items[0].lostBefore").value(1.125))
                .andExpect(jsonPath("$.items[0].lostAfter").value(0.75))
                .andExpect(jsonPath("$.items[0].findingsBefore").value(3));
        web.perform(get("/api/rounds/{id}/comparison/9.9.9", late).with(as(TestUsers.office())))
                .andExpect(status().isNotFound());
    }

    @Test
    void asked_from_the_earlier_round_it_is_the_same_comparison() throws Exception {
        web.perform(get("/api/rounds/{id}/comparison", early)
                        .param("with", late.toString())
                        .with(as(TestUsers.office())))
                .andExpect(jsonPath("$.earlier.name").value("上旬"))
                .andExpect(jsonPath("$.change").value(10.72));
        web.perform(get("/api/rounds/{id}/comparable-rounds", early).with(as(TestUsers.office())))
                .andExpect(jsonPath("$[*].name").value(contains("中旬")));
    }

    @Test
    void a_county_office_compares_its_county_alone_and_a_unit_nothing() throws Exception {
        CurrentUser west = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.county(2), null);
        web.perform(get("/api/rounds/{id}/comparison", late).with(as(west)))
                .andExpect(jsonPath("$.areaName").value("西区"))
                .andExpect(jsonPath("$.change").value(0.0));
        web.perform(get("/api/rounds/{id}/comparison/7.1.1", late).with(as(west)))
                .andExpect(jsonPath("$.sites", hasSize(0)))
                .andExpect(jsonPath("$.types[0].sitesAfter").value(2));
        CurrentUser unit = TestUsers.ofUnit(StandardRole.UNIT_LEADER, city.units.get("住建局"));
        web.perform(get("/api/rounds/{id}/comparison", late).with(as(unit))).andExpect(status().isNotFound());
    }

    @Test
    void rounds_that_can_not_be_held_against_each_other_are_refused_in_words() throws Exception {
        UUID[] ids = new UUID[2];
        acting(TestUsers.office(), () -> {
            ids[0] = creating.create(TestUsers.office(), "东区一轮", settings(city.county(1), 1, 20));
            computing.compute(ids[0]);
            ids[1] = creating.create(TestUsers.office(), "没有计算", settings(city.root(), 1, 20));
        });
        for (Map.Entry<UUID, String> pair : Map.of(
                        late, "round.compare.same", ids[0], "round.compare.area", ids[1], "round.compare.not-computed")
                .entrySet()) {
            web.perform(get("/api/rounds/{id}/comparison", late)
                            .param("with", pair.getKey().toString())
                            .with(as(TestUsers.office())))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value(pair.getValue()));
        }
        web.perform(get("/api/rounds/{id}/comparison", early).with(as(TestUsers.office())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("round.compare.none"));
    }
}
