package org.civitas.demo.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.Story;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.shared.Period;
import org.civitas.testing.CityTest;
import org.civitas.testing.Statements;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The demonstration city as it stands in the database after loading. */
@CityTest
class DemoCityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CaseFigures figures;

    @Autowired
    private MockMvc mvc;

    @BeforeAll
    static void load(@Autowired CityOnboarding onboarding, @Autowired DemoCity demo) {
        onboarding.open(DemoRunner.CITY, "云川市");
        CurrentCity.run(DemoRunner.CITY, () -> demo.load(Premise.SEED, DAY, Story.CASES, new Progress()));
    }

    @AfterAll
    static void remove(@Autowired JdbcTemplate jdbc) {
        DemoRunner.remove(jdbc);
    }

    private static CurrentUser office() {
        return CurrentCity.call(DemoRunner.CITY, TestUsers::office);
    }

    private long count(String sql) {
        return CurrentCity.call(DemoRunner.CITY, () -> {
            Long count = jdbc.queryForObject("select count(*) " + sql, Long.class);
            return count == null ? -1 : count;
        });
    }

    @Test
    void everything_that_was_promised_is_there() {
        assertThat(count("from area")).isEqualTo(1 + 6 + 90 + 1400);
        assertThat(count("from area_boundary")).isEqualTo(1497);
        assertThat(count("from unit")).isEqualTo(118);
        assertThat(count("from platform.account where city_code = '990100'")).isEqualTo(61);
        assertThat(count("from site")).isEqualTo(1200);
        assertThat(count("from (select distinct type_code from site) t")).isEqualTo(38);
        assertThat(count("from observation")).isGreaterThanOrEqualTo(40_000);
        assertThat(count("from case_file")).isEqualTo(Story.CASES);
        assertThat(count("from (select distinct shown_sha256 from picture) p")).isGreaterThanOrEqualTo(400);
    }

    @Test
    void each_finding_has_exactly_one_case_and_each_case_stands_where_its_last_step_left_it() {
        assertThat(count("from observation o where failed and not exists"
                        + " (select 1 from case_source s where s.source_id = o.id)"))
                .isZero();
        assertThat(count("from case_file c where state <> (select to_state from case_step s where s.case_id = c.id"
                        + " order by seq desc limit 1)"))
                .isZero();
        assertThat(count("from case_step s where at > timestamptz '2026-11-20 00:00+08'"))
                .isZero();
        assertThat(count("from case_file c, unnest(c.before_pictures || c.after_pictures) p"
                        + " where not exists (select 1 from picture x where x.id = p)"))
                .isZero();
    }

    @Test
    void the_figures_of_any_period_and_moment_are_those_of_one_plain_statement() {
        PlainFigures plain = new PlainFigures(jdbc);
        Random random = new Random(20261120);
        CurrentCity.run(DemoRunner.CITY, () -> {
            List<UUID> units =
                    List.copyOf(figures.byUnit(drawn(random, null, null)).keySet());
            for (int i = 0; i < 12; i++) {
                UUID unit = i % 3 == 1 ? units.get(random.nextInt(units.size())) : null;
                FigureQuery query = drawn(random, unit, i % 4 == 2 ? "L003" : null);
                assertThat(figures.total(query))
                        .as("%s", query)
                        .isEqualTo(plain.by("''", query).getOrDefault("", FigureSet.NONE));
                assertThat(figures.byType(query)).as("%s", query).isEqualTo(counted(plain.by("c.type_code", query)));
                assertThat(figures.byArea(query, 9))
                        .as("%s", query)
                        .isEqualTo(counted(plain.by("left(c.area_code, 9)", query)));
                Map<String, FigureSet> byUnit = new HashMap<>();
                figures.byUnit(query).forEach((id, set) -> byUnit.put(id.toString(), set));
                assertThat(byUnit)
                        .as("%s", query)
                        .isEqualTo(counted(plain.by("coalesce(y.lead_unit_id, c.lead_unit_id)::text", query)));
            }
        });
    }

    private static FigureQuery drawn(Random random, UUID unit, String type) {
        LocalDate first = DAY.minusDays(random.nextInt(380));
        Period period = new Period(first, first.plusDays(random.nextInt(200)));
        Instant cutoff = period.first()
                .plusDays(random.nextInt(260))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(org.civitas.calendar.WorkingTime.ZONE)
                .toInstant();
        String[] areas = {"9901", "9901", "990102", "990101"};
        return new FigureQuery(areas[random.nextInt(areas.length)], unit, type, period, cutoff);
    }

    /** Without the rows of no line. */
    private static Map<String, FigureSet> counted(Map<String, FigureSet> lines) {
        Map<String, FigureSet> counted = new HashMap<>(lines);
        counted.remove(null);
        return counted;
    }

    @Test
    void the_figures_tell_the_story() {
        Instant cutoff = DAY.atStartOfDay(org.civitas.calendar.WorkingTime.ZONE).toInstant();
        FigureQuery year = new FigureQuery("9901", null, null, new Period(DAY.minusYears(1), DAY), cutoff);
        FigureSet total = CurrentCity.call(DemoRunner.CITY, () -> figures.total(year));
        assertThat(total.found()).isBetween(9_400L, 9_839L);
        assertThat(total.onTimeRate().percent()).isNotNull();
        assertThat(100.0 * total.onTime() / total.due()).isBetween(96.3, 97.4);
        assertThat(100.0 * total.mended() / total.found()).isBetween(90.0, 99.0);
    }

    @Test
    void six_rounds_are_computed_and_those_without_a_secret_plan_published() {
        List<Map<String, Object>> states = CurrentCity.call(
                DemoRunner.CITY,
                () -> jdbc.queryForList("select state, count(*) as n from scoring_version group by state"));
        assertThat(states.toString()).contains("PUBLISHED").contains("COMPUTED");
    }

    @Test
    void each_published_round_has_its_bulletin_with_pictures() {
        long published = count("from scoring_version where state = 'PUBLISHED'");
        assertThat(published).isPositive();
        assertThat(count("from bulletin where state = 'PUBLISHED' and number_running is not null"))
                .isEqualTo(published);
        assertThat(count("from bulletin b where exists (select 1 from bulletin_picture p where p.bulletin_id = b.id)"))
                .isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases?limit=20",
                "/api/cases?q=垃圾&limit=20",
                "/api/cases?state=CLOSED&area=990101&sort=deadlineAt&limit=20",
                "/api/sites?words=市场&limit=20",
                "/api/units?query=城市管理&limit=20",
                "/api/duties?limit=20",
                "/api/observations?failed=true&limit=20",
                "/api/inspection-plans?limit=20",
                "/api/rounds?limit=20",
                "/api/bulletins?limit=20"
            })
    void the_main_lists_have_rows(String path) throws Exception {
        mvc.perform(get(path).with(as(office())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0]").exists());
    }

    @Test
    void the_search_finds_cases_and_sites() throws Exception {
        String found = mvc.perform(get("/api/search?q=市场").with(as(office())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(found).contains("\"kind\":\"case\"", "\"kind\":\"site\"");
    }

    /** What a page may ask more: the path of each area it meets, once; the names of sites when there are any. */
    private static final Map<String, Integer> ONCE_A_PAGE = Map.of("/api/observations", 10, "/api/duties", 1);

    /** The lists of the interface with who may read them. */
    private static List<Map.Entry<String, StandardRole>> lists(JdbcTemplate jdbc) {
        List<Map.Entry<String, StandardRole>> lists = new ArrayList<>();
        for (String path : List.of(
                "/api/cases",
                "/api/cases?sort=deadlineAt",
                "/api/case-dispatch-plans",
                "/api/sites",
                "/api/units",
                "/api/duties",
                "/api/bulletins",
                "/api/inspection-plans",
                "/api/observations",
                "/api/rounds")) {
            lists.add(Map.entry(path, StandardRole.CITY_OFFICE));
        }
        String plan = jdbc.queryForObject("select id from inspection_plan order by created_at limit 1", String.class);
        String round = jdbc.queryForObject("select id from scoring_round order by id limit 1", String.class);
        lists.add(Map.entry("/api/inspection-plans/" + plan + "/tasks", StandardRole.CITY_OFFICE));
        lists.add(Map.entry("/api/rounds/" + round + "/pieces", StandardRole.CITY_OFFICE));
        lists.add(Map.entry("/api/accounts", StandardRole.ADMINISTRATOR));
        lists.add(Map.entry("/api/audit-lines", StandardRole.AUDITOR));
        return lists;
    }

    @Test
    void a_long_page_takes_as_many_statements_as_a_short_one_and_pages_follow_without_gap_or_repetition()
            throws Exception {
        var wrong = new ArrayList<String>();
        for (var list : CurrentCity.call(DemoRunner.CITY, () -> lists(jdbc))) {
            CurrentUser user = CurrentCity.call(DemoRunner.CITY, () -> TestUsers.cityWide(list.getValue()));
            String path = list.getKey() + (list.getKey().contains("?") ? "&" : "?");
            int shortPage =
                    Statements.during(() -> page(path + "limit=2", user)).size();
            int longPage =
                    Statements.during(() -> page(path + "limit=40", user)).size();
            if (longPage > shortPage + ONCE_A_PAGE.getOrDefault(list.getKey(), 0)) {
                wrong.add(list.getKey() + ": " + shortPage + " statements for 2 rows, " + longPage + " for 40");
            }
            List<Object> whole = JsonPath.read(page(path + "limit=6", user), "$.items[*]");
            String first = page(path + "limit=3", user);
            List<Object> parts = new ArrayList<>(JsonPath.<List<Object>>read(first, "$.items[*]"));
            String next = JsonPath.read(first, "$.next");
            if (next != null) {
                parts.addAll(JsonPath.<List<Object>>read(page(path + "limit=3&after=" + next, user), "$.items[*]"));
            }
            if (!parts.equals(whole)) {
                wrong.add(list.getKey() + ": two pages of 3 are not one of 6");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String page(String path, CurrentUser user) throws Exception {
        return mvc.perform(get(URI.create(path)).with(TestUsers.as(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
