package org.civitas.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.civitas.platform.access.CurrentUser;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who asks too often waits, and is told how long; whoever else goes on. */
@CityTest
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:10Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    MockMvc web;

    private CurrentUser one;
    private CurrentUser other;

    @BeforeEach
    void twoPersonsAndNoAttempts() {
        one = TestUsers.office();
        other = TestUsers.office();
        template.update("delete from platform.log_in_window");
    }

    private static LimitSettings settings(int all) {
        return new LimitSettings(all, all, all, all, all, all, 1_000);
    }

    private LogInWindows node(LimitSettings settings, Instant now) {
        return new LogInWindows(jdbc, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private LimitFilter filter(LimitSettings settings) {
        return new LimitFilter(settings, node(settings, NOW));
    }

    private static MockHttpServletResponse ask(
            LimitFilter filter, @Nullable CurrentUser user, String verb, String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(verb, path);
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", "198.51.100." + System.nanoTime() % 250);
        MockHttpServletResponse response = new MockHttpServletResponse();
        Runnable work = () -> {
            try {
                filter.doFilter(request, response, new MockFilterChain());
            } catch (ServletException | IOException e) {
                throw new IllegalStateException(e);
            }
        };
        if (user == null) {
            work.run();
        } else {
            TestUsers.acting(user, work);
        }
        return response;
    }

    @Test
    void each_kind_of_request_has_its_own_measure_for_each_account() throws Exception {
        for (String path : List.of("/api/search", "/api/cases/export", "/api/rounds/1/tree.xlsx", "/api/cases")) {
            LimitFilter filter = filter(settings(3));
            for (int i = 0; i < 3; i++) {
                assertThat(ask(filter, one, "GET", path, "10.0.0.1").getStatus())
                        .isEqualTo(200);
            }
            MockHttpServletResponse refused = ask(filter, one, "GET", path, "10.0.0.2");
            assertThat(refused.getStatus()).as(path).isEqualTo(429);
            assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
            assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                    .contains("limit.exceeded", "太频繁，请在 ", " 秒后再试");
            assertThat(ask(filter, other, "GET", path, "10.0.0.1").getStatus()).isEqualTo(200);
            assertThat(ask(filter, one, "POST", "/api/visits", "10.0.0.1").getStatus())
                    .isEqualTo(path.equals("/api/cases") ? 429 : 200);
        }
    }

    @Test
    void without_a_session_the_address_counts_and_a_made_up_forwarding_header_does_not() {
        LimitFilter filter = filter(settings(2));
        for (int i = 0; i < 2; i++) {
            assertThat(ask(filter, null, "GET", "/api/setup", "203.0.113.1").getStatus())
                    .isEqualTo(200);
        }
        assertThat(ask(filter, null, "GET", "/api/setup", "203.0.113.1").getStatus())
                .isEqualTo(429);
        assertThat(ask(filter, null, "GET", "/api/setup", "203.0.113.2").getStatus())
                .isEqualTo(200);
        assertThat(ask(filter, null, "GET", "/api/health", "203.0.113.1").getStatus())
                .isEqualTo(200);
    }

    @Test
    void attempts_to_sign_in_are_counted_over_all_nodes_and_begin_anew_each_minute() {
        LogInWindows first = node(settings(3), NOW);
        LogInWindows second = node(settings(3), NOW);
        assertThat(List.of(first.take("a"), second.take("a"), first.take("a"))).containsOnly(0L);
        assertThat(second.take("a")).isEqualTo(50);
        assertThat(first.take("b")).isZero();
        assertThat(node(settings(3), NOW.plus(Duration.ofMinutes(1))).take("a")).isZero();
        assertThat(node(settings(3), NOW.plus(Duration.ofMinutes(20))).take("c"))
                .isZero();
        assertThat(template.queryForObject("select count(*) from platform.log_in_window", Integer.class))
                .as("old minutes are forgotten")
                .isEqualTo(1);
    }

    @Test
    void the_log_in_of_the_program_itself_is_counted_by_address() throws Exception {
        template.update(
                "insert into platform.log_in_window select '203.0.113.77', date_trunc('minute', now()) + n * interval '1 minute', 120"
                        + " from generate_series(0, 1) n");
        web.perform(post("/api/session")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.77");
                            return request;
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\":\"nobody\",\"password\":\"x\"}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.detail").value(containsString("登录尝试太频繁")));
    }

    @Test
    void a_limit_of_zero_is_none() {
        LimitFilter filter = filter(settings(0));
        assertThat(IntStream.range(0, 50)
                        .map(i -> ask(filter, one, "GET", "/api/search", "10.0.0.1")
                                .getStatus()))
                .containsOnly(200);
        assertThat(node(settings(0), NOW).take("a")).isZero();
    }

    @Test
    void a_body_that_no_operation_needs_is_refused_whether_it_says_its_length_or_not() throws Exception {
        String large = "{" + " ".repeat(1_100_000) + "}";
        for (boolean said : List.of(true, false)) {
            web.perform(post("/api/cases")
                            .with(TestUsers.as(one))
                            .contentType(MediaType.APPLICATION_JSON)
                            .with(request -> {
                                if (said) {
                                    request.setContent(large.getBytes(StandardCharsets.UTF_8));
                                    return request;
                                }
                                return Unmeasured.of(request, large);
                            }))
                    .andExpect(status().isContentTooLarge())
                    .andExpect(jsonPath("$.code").value("body.too-large"))
                    .andExpect(jsonPath("$.detail").value(containsString("1024 KB")));
        }
    }

    @Test
    void deep_json_long_numbers_and_long_names_are_bad_input() throws Exception {
        for (String body : List.of(
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "{\"version\":" + "9".repeat(5_000) + "}",
                "{\"" + "n".repeat(100_000) + "\":1}",
                "\u0000",
                "{\"requestId\":\"\\ud800\"}")) {
            web.perform(post("/api/cases/00000000-0000-7000-8000-000000000000/acceptances")
                            .with(TestUsers.as(one))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("input.invalid"));
        }
    }
}
