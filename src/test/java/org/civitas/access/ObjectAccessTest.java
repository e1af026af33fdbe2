package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.access.Operation.Reach;
import org.civitas.access.TwoCities.Place;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.testing.CityTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Every path with an id is asked with ids of another unit, another area and another city, by accounts of every kind of
 * scope that may otherwise do everything: what lies outside is not there (404), changes nothing, and no list, export or
 * picture tells of it.
 */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectAccessTest {

    /** Parts of a path that name no row of a place but a code that every city has alike; with such a code. */
    private static final Map<String, String> NOT_ROWS = Map.of(
            "/api/case-types/{code}", "L001",
            "/api/roles/{code}", "INSPECTOR",
            "/api/site-types/{code}", TwoCities.TYPE,
            "/api/editions/{id}/check-items/{code}", "小区-07-01",
            "/api/rounds/{id}/requirements/{code}", "7.1.1-1",
            "/api/rounds/{id}/comparison/{criterion}", "7.1.1");

    /** Query parameters that name rows: the place's id is sent in, and the answer may not tell of the place. */
    private static final Map<String, String> NAMING = Map.ofEntries(
            Map.entry("area", "/api/areas/{code}"),
            Map.entry("areaCode", "/api/areas/{code}"),
            Map.entry("parent", "/api/areas/{code}"),
            Map.entry("within", "/api/areas/{code}"),
            Map.entry("unit", "/api/units/{id}"),
            Map.entry("unitId", "/api/units/{id}"),
            Map.entry("parentId", "/api/units/{id}"),
            Map.entry("holder", "/api/units/{id}"),
            Map.entry("party", "/api/units/{id}"),
            Map.entry("department", "/api/units/{id}"),
            Map.entry("territory", "/api/units/{id}"),
            Map.entry("site", "/api/sites/{id}"),
            Map.entry("siteId", "/api/sites/{id}"),
            Map.entry("token", "/api/sites/by-token/{token}"),
            Map.entry("plan", "/api/inspection-plans/{id}"),
            Map.entry("task", "/api/inspection-tasks/{id}"),
            Map.entry("inspector", "/api/accounts/{id}"),
            Map.entry("accountId", "/api/accounts/{id}"),
            Map.entry("with", "/api/rounds/{id}"),
            Map.entry("editionId", "/api/editions/{id}"),
            Map.entry("against", "/api/editions/{id}"),
            Map.entry("subjectId", "/api/cases/{id}"),
            Map.entry("id", "/api/media/{id}"));

    /** The names of units are open to everybody in the city, so what a search finds of them is no leak. */
    private static final String UNITS_FOUND = "\\{\"kind\":\"unit\"[^\\]]*\\]\\}";

    private TwoCities world;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeAll
    void build(@Autowired ApplicationContext context) {
        world = TwoCities.shared(context);
    }

    /** Who asks, and for which reach of an operation which places are outside. */
    private List<Place> outside(String kind, Reach reach) {
        List<Place> outside = new ArrayList<>(List.of(world.abroad));
        switch (kind) {
            case "city" -> {}
            case "area" -> {
                if (reach != Reach.CITY) {
                    outside.add(world.far);
                }
            }
            default -> {
                if (reach == Reach.DATA || reach == Reach.OFFICE) {
                    outside.addAll(List.of(world.far, world.neighbour));
                }
            }
        }
        return outside;
    }

    private Map<String, CurrentUser> askers() {
        Map<String, CurrentUser> askers = new LinkedHashMap<>();
        askers.put("city", world.mine.cityWide());
        askers.put("area", world.mine.ofCounty());
        askers.put("unit", world.mine.ofUnit());
        askers.put("own", world.mine.person());
        return askers;
    }

    private static boolean namesRows(Operation operation) {
        return operation.pathParameters().stream().anyMatch(p -> !NOT_ROWS.containsKey(operation.upTo(p)));
    }

    private static List<Operation> withIds() {
        return Operation.all().stream().filter(ObjectAccessTest::namesRows).toList();
    }

    private static Reach reach(Operation operation) {
        return Operation.scopes().get(operation.name());
    }

    @Test
    void every_path_with_an_id_has_its_rows_at_every_place() {
        assertThat(withIds())
                .hasSizeGreaterThan(60)
                .allSatisfy(operation -> operation.pathParameters().stream()
                        .filter(p -> !NOT_ROWS.containsKey(operation.upTo(p)))
                        .forEach(p -> assertThat(world.all())
                                .as(operation.upTo(p) + ": add rows of it to TwoCities")
                                .allSatisfy(place ->
                                        assertThat(id(place, operation, p)).isNotNull())));
    }

    @Test
    void ids_of_another_unit_area_or_city_answer_404_and_change_nothing() {
        List<Integer> before = lines();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : withIds()) {
            askers().forEach((kind, user) -> {
                List<Place> outside = reach(operation) == Reach.SELF
                        ? List.of(world.neighbour, world.far, world.abroad)
                        : outside(kind, reach(operation));
                for (Place place : outside) {
                    for (String varied : operation.pathParameters()) {
                        if (NOT_ROWS.containsKey(operation.upTo(varied))) {
                            continue;
                        }
                        int status = ask(operation, user, p -> id(p.equals(varied) ? place : world.mine, operation, p))
                                .getStatus();
                        boolean mayNotAtAll = status == 403
                                && ask(operation, user, p -> id(world.mine, operation, p))
                                                .getStatus()
                                        == 403;
                        if (status != 404 && !mayNotAtAll) {
                            wrong.add(
                                    kind + " " + operation.name() + " {" + varied + "} " + place.word + " → " + status);
                        }
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(lines()).as("audit lines of both cities").isEqualTo(before);
    }

    @Test
    void the_same_questions_about_ones_own_rows_are_answered() {
        List<String> wrong = new ArrayList<>();
        List<String> order = List.of("GET", "PUT", "POST", "DELETE");
        withIds().stream()
                .sorted(Comparator.comparing(
                                (Operation o) -> order.indexOf(o.verb().name()))
                        .thenComparing(Operation::path, Comparator.reverseOrder()))
                .forEach(operation -> {
                    CurrentUser user = reach(operation) == Reach.SELF ? world.mine.owner() : world.mine.cityWide();
                    int status = ask(operation, user, p -> id(world.mine, operation, p))
                            .getStatus();
                    if (status == 404 || status == 401 || status == 403 || status >= 500) {
                        wrong.add(operation.name() + " → " + status);
                    }
                });
        for (String path : List.of("/api/cases/{id}", "/api/sites/{id}", "/api/media/{id}")) {
            for (CurrentUser user : List.of(world.mine.ofCounty(), world.mine.ofUnit())) {
                int status = world.ask(
                                user,
                                MockMvcRequestBuilders.get(
                                        path.replace("{id}", Objects.requireNonNull(world.mine.ids.get(path)))))
                        .getStatus();
                if (status != 200) {
                    wrong.add(user.scope() + " " + path + " → " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_answer_with_or_without_filters_tells_of_what_lies_outside() {
        List<String> leaks = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            if (operation.verb() != HttpMethod.GET || namesRows(operation) || reach(operation) == Reach.PUBLIC) {
                continue;
            }
            askers().forEach((kind, user) -> {
                List<Place> outside = reach(operation) == Reach.SELF || reach(operation) == Reach.PLATFORM
                        ? reach(operation) == Reach.SELF ? List.of(world.neighbour, world.far, world.abroad) : List.of()
                        : outside(kind, reach(operation));
                for (String question : questions(operation, outside)) {
                    MockHttpServletResponse answer = world.ask(user, MockMvcRequestBuilders.get(question));
                    if (answer.getStatus() >= 500) {
                        leaks.add(kind + " " + question + " → " + answer.getStatus());
                    }
                    String text = Parts.words(answer).replaceAll(UNITS_FOUND, "");
                    outside.stream()
                            .filter(place -> answer.getStatus() == 200 && text.contains(place.word))
                            .forEach(place -> leaks.add(kind + " " + question + " tells of " + place.word));
                }
            });
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void every_query_parameter_that_takes_an_id_is_known_here() {
        assertThat(Operation.all().stream()
                        .flatMap(operation -> operation.parameters().stream()
                                .filter(p -> p.in().equals("query")
                                        && p.schema()
                                                .path("format")
                                                .asString("")
                                                .equals("uuid"))
                                .map(p -> p.name()))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(NAMING).containsKey(name));
    }

    /** The plain question, and one for each place outside and each parameter that can name it; and its words as a search. */
    private static List<String> questions(Operation operation, List<Place> outside) {
        String plain = operation.address(p -> "x");
        List<String> questions = new ArrayList<>(List.of(plain));
        for (Operation.Parameter parameter : operation.parameters()) {
            for (Place place : outside) {
                String value = List.of("q", "query", "words").contains(parameter.name())
                        ? place.word
                        : NAMING.containsKey(parameter.name()) ? place.ids.get(NAMING.get(parameter.name())) : null;
                if (parameter.in().equals("query") && value != null) {
                    String rest = plain.replaceAll("([?&])" + parameter.name() + "=[^&]*&?", "$1");
                    questions.add(rest + (rest.contains("?") ? "&" : "?") + parameter.name() + "=" + value);
                }
            }
        }
        return questions;
    }

    private static String id(Place place, Operation operation, String parameter) {
        String code = operation.upTo(parameter);
        if (NOT_ROWS.containsKey(code)) {
            return NOT_ROWS.get(code);
        }
        return Objects.requireNonNull(place.ids.get(code), code);
    }

    private MockHttpServletResponse ask(
            Operation operation, CurrentUser user, java.util.function.Function<String, String> ids) {
        return world.ask(
                user,
                TwoCities.json(
                        MockMvcRequestBuilders.request(operation.verb(), operation.address(ids)), body(operation)));
    }

    /** A body that would pass, so that only the row decides. */
    private @Nullable String body(Operation operation) {
        String body = operation.body();
        return body == null
                ? null
                : body.replaceAll("(\"(leadUnitId|unitId)\":\")[^\"]*", "$1" + world.mine.unit)
                        .replace("\"limitAmount\":0", "\"limitAmount\":3");
    }

    private List<Integer> lines() {
        return List.of(world.mine, world.abroad).stream()
                .map(place -> CurrentCity.call(
                        place.city, () -> jdbc.queryForObject("select count(*) from audit_line", Integer.class)))
                .toList();
    }
}
