package org.civitas.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.city.CityCode;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What every answer carries, whether it is a page, data or a refusal. */
@CityTest
class SecurityHeadersTest {

    @Autowired
    MockMvc web;

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private List<MockHttpServletRequestBuilder> everyKindOfQuestion() {
        return List.of(
                get("/"),
                get("/api/session"),
                get("/api/session").with(TestUsers.as(TestUsers.inspector())),
                get("/api/accounts").with(TestUsers.as(TestUsers.inspector())),
                get("/api/nothing-here").with(TestUsers.as(TestUsers.office())),
                get("/nothing.php"),
                post("/api/session").contentType(MediaType.APPLICATION_JSON).content("{}"));
    }

    @Test
    void every_answer_says_what_a_browser_must_not_do_with_it() throws Exception {
        for (MockHttpServletRequestBuilder question : everyKindOfQuestion()) {
            MockHttpServletResponse answer = ask(question);
            assertThat(answer.getStatus()).isLessThan(500);
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.getHeader("Permissions-Policy")).contains("microphone=()", "camera=(self)", "usb=()");
            assertThat(answer.getHeader("Cache-Control")).contains("no-");
            assertThat(answer.getHeaderNames()).doesNotContain("Server", "X-Powered-By");
        }
    }

    @Test
    void scripts_come_from_here_only_and_style_elements_too() throws Exception {
        String policy = Objects.requireNonNull(ask(get("/")).getHeader("Content-Security-Policy"));
        assertThat(policy.split("; "))
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "script-src-attr 'none'",
                        "style-src-elem 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe-eval", "http:", "*");
    }

    @Test
    void data_is_not_kept_by_browsers_and_proxies() throws Exception {
        for (String path : List.of("/api/workbench", "/api/cases", "/api/units", "/api/roles")) {
            assertThat(ask(get(path).with(TestUsers.as(TestUsers.office()))).getHeader("Cache-Control"))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void behind_https_the_browser_is_told_to_stay_there_and_cookies_are_bound_to_it(
            @Autowired OpenAccount opening, CityCode city) throws Exception {
        opening.open(new NewAccount(
                city, "door" + city, "某人", "Right-pass-1", List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
        MockHttpServletResponse plain = signIn(city, false);
        MockHttpServletResponse secure = signIn(city, true);
        assertThat(plain.getHeader("Strict-Transport-Security")).isNull();
        assertThat(secure.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(sessionCookie(plain))
                .startsWith("CIVITAS_SESSION=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(sessionCookie(secure))
                .startsWith("__Host-CIVITAS_SESSION=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
        String token = sessionCookie(secure).replaceAll("^[^=]*=([^;]*);.*", "$1");
        assertThat(ask(get("/api/session").secure(true).cookie(new Cookie(SessionCookie.SECURE_NAME, token)))
                        .getStatus())
                .isEqualTo(200);
        assertThat(ask(get("/api/session").secure(true).cookie(new Cookie(SessionCookie.NAME, token)))
                        .getStatus())
                .as("a cookie that a neighbouring site could have planted")
                .isEqualTo(401);
    }

    private MockHttpServletResponse signIn(CityCode city, boolean secure) throws Exception {
        return ask(post("/api/session")
                .with(csrf())
                .secure(secure)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"account\":\"door" + city + "\",\"password\":\"Right-pass-1\"}"));
    }

    private static String sessionCookie(MockHttpServletResponse answer) {
        return answer.getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.contains("CIVITAS_SESSION"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void verbs_that_nobody_needs_are_not_served() throws Exception {
        for (String verb : List.of("TRACE", "PROPFIND", "CONNECT", "PATCH")) {
            MockHttpServletResponse answer = ask(request(HttpMethod.valueOf(verb), "/api/units")
                    .header("Secret", "echo")
                    .with(TestUsers.as(TestUsers.office())));
            assertThat(answer.getStatus()).as(verb).isIn(400, 403, 405);
            assertThat(answer.getContentAsString()).doesNotContain("echo");
        }
    }

    @Test
    void an_internal_fault_tells_nothing_but_its_number() {
        String body = String.valueOf(new ProblemAdvice()
                .other(new IllegalStateException("select secret from account"), new MockHttpServletRequest())
                .getBody());
        assertThat(body).contains("系统出了问题").doesNotContain("secret", "IllegalState", "at org.");
    }

    @Test
    void what_is_not_there_is_a_problem_document_for_data_and_404_for_files() throws Exception {
        MockHttpServletResponse data = ask(get("/api/nothing-here").with(TestUsers.as(TestUsers.office())));
        assertThat(data.getStatus()).isEqualTo(404);
        assertThat(data.getContentAsString(StandardCharsets.UTF_8)).contains("not-found", "没有这个地址");
        for (String path : List.of(
                "/nothing.php",
                "/.env",
                "/.git/config",
                "/assets/../application.yml",
                "/application.yml",
                "/swagger-ui.html",
                "/WEB-INF/web.xml")) {
            assertThat(ask(get(path)).getStatus()).as(path).isIn(400, 404);
        }
        // An address without a dot may be a page of the console, which says itself that it does not know it.
        assertThat(ask(get("/actuator/env")).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("propertySources", "activeProfiles");
    }
}
