package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Cursor;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What no page ever sends: places in lists, parameters and bodies that somebody made up. Never an internal fault. */
@CityTest
class MadeUpInputTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final List<String> MADE_UP = List.of(
            "'",
            "%",
            "\\",
            "\u0000",
            "-1",
            "99999999999999999999",
            "NaN",
            "2026-02-31",
            "null",
            "x".repeat(3_000),
            "\uD83D\uDE00",
            "a,b,,");

    @Autowired
    MockMvc web;

    private CurrentUser user;

    @BeforeEach
    void somebodyWhoMayDoEverything() {
        user = TestUsers.whoMayDoEverything();
    }

    @Test
    void made_up_places_in_a_list_are_bad_input() {
        Set<String> wrong = new TreeSet<>();
        for (Operation operation : Operation.all()) {
            if (operation.parameters().stream().noneMatch(p -> p.name().equals("after"))) {
                continue;
            }
            for (String after : List.of(
                    "!!",
                    Cursor.of("x"),
                    Cursor.of("x", "y"),
                    Cursor.of("x", "y", "z"),
                    Cursor.of("", ""),
                    Cursor.of("2026-01-01", "y"),
                    Cursor.of("1", NOBODY),
                    Cursor.of("\u0000", NOBODY),
                    Cursor.of("9".repeat(40)))) {
                note(
                        wrong,
                        operation,
                        status(MockMvcRequestBuilders.get(URI.create(with(operation, "after", after)))),
                        after);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void made_up_parameters_are_never_an_internal_fault() {
        Set<String> wrong = new TreeSet<>();
        for (Operation operation : Operation.all()) {
            for (Operation.Parameter parameter : operation.parameters()) {
                if (operation.verb() == HttpMethod.GET && parameter.in().equals("query")) {
                    for (String value : MADE_UP) {
                        note(
                                wrong,
                                operation,
                                status(MockMvcRequestBuilders.get(
                                        URI.create(with(operation, parameter.name(), value)))),
                                parameter.name());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void made_up_bodies_are_never_an_internal_fault() {
        Set<String> wrong = new TreeSet<>();
        for (Operation operation : Operation.all()) {
            String whole = operation.body();
            if (whole == null) {
                continue;
            }
            List<String> bodies = new ArrayList<>(List.of("{}", "[]", "null", "1", "\"x\""));
            bodies.add(whole.replaceAll(":\"[^\"]*\"", ":null"));
            bodies.add(whole.replaceAll(":\"[^\"]*\"", ":\"\\\\u0000\""));
            bodies.add(whole.replaceAll(":(\\d+|false)", ":null"));
            bodies.add(whole.replaceAll(":\\d+", ":-2147483648"));
            bodies.add(whole.replaceAll("\\[[^\\]]*\\]", "[null]"));
            bodies.add(whole.replaceAll("\"2026-11-10", "\"-999999999-01-01"));
            for (String body : bodies) {
                int status = status(MockMvcRequestBuilders.request(operation.verb(), operation.address(p -> NOBODY))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
                note(wrong, operation, status, body);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void note(Set<String> wrong, Operation operation, int status, @Nullable String with) {
        if (status >= 500) {
            wrong.add(operation.name() + " with " + with);
        }
    }

    /** The address with one parameter in place of what the sample has. */
    private static String with(Operation operation, String name, String value) {
        String plain = operation.address(p -> NOBODY).replaceAll("([?&])" + name + "=[^&]*&?", "$1");
        return plain + (plain.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private int status(MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request.with(TestUsers.as(user)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            return 599;
        }
    }
}
