package org.civitas.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.web.SessionCookie;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Log-in at a real provider of OpenID Connect: the whole code flow, and what must not get through. */
@CityTest
class OidcTest {

    private static final List<String> SETTINGS = List.of("issuer", "client-id", "client-secret", "address");
    private static IdentityProvider provider;
    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    OpenAccount opening;

    @Autowired
    JdbcClient jdbc;

    private CityCode city;
    private String login = "";

    @BeforeAll
    static void start() {
        provider = new IdentityProvider();
        System.setProperty("civitas.oidc.issuer", provider.issuer());
        System.setProperty("civitas.oidc.client-id", IdentityProvider.CLIENT);
        System.setProperty("civitas.oidc.client-secret", IdentityProvider.SECRET);
        System.setProperty("civitas.oidc.address", IdentityProvider.ADDRESS);
    }

    @AfterAll
    static void stop() {
        SETTINGS.forEach(name -> System.clearProperty("civitas.oidc." + name));
        provider.close();
    }

    @BeforeEach
    void anAccount(CityCode own) {
        city = own;
        login = "sso" + ++number + "-" + city;
        opening.open(new NewAccount(
                city, login, "市办戊", "Right-pass-1", List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
    }

    private MockHttpServletResponse departed(String next) throws Exception {
        return web.perform(get("/api/oidc/authorizations").queryParam("next", next))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse();
    }

    /** Walks through the provider's pages as a browser does; answers the query that it sends back. */
    private String provedAtProvider(String address, String who) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<String> asked = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(asked.headers().firstValue("Location").orElse("")).contains("/login");
            HttpResponse<String> entered = browser.send(
                    HttpRequest.newBuilder(URI.create(provider.issuer() + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=" + who + "&password=provider"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String again = entered.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> back = browser.send(
                    HttpRequest.newBuilder(URI.create(again))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            URI callback = URI.create(back.headers().firstValue("Location").orElseThrow());
            assertThat(callback.toString()).startsWith(IdentityProvider.ADDRESS + "/api/oidc/callback?");
            return callback.getRawQuery();
        }
    }

    private MockHttpServletResponse arrived(String query, Cookie... cookies) throws Exception {
        var request = get(URI.create("/api/oidc/callback?" + query));
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return web.perform(request).andExpect(status().isFound()).andReturn().getResponse();
    }

    private static Cookie memoryOf(MockHttpServletResponse departure) {
        Cookie memory = departure.getCookie("CIVITAS_OIDC");
        assertThat(memory).isNotNull();
        return memory;
    }

    private static String target(MockHttpServletResponse response) {
        return response.getHeader("Location");
    }

    @Test
    void whoever_proves_himself_at_the_provider_is_logged_in_with_his_account_here() throws Exception {
        MockHttpServletResponse departure = departed("/cases?state=OPEN");
        assertThat(target(departure)).contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
        String query = provedAtProvider(target(departure), login);
        MockHttpServletResponse back = arrived(query, memoryOf(departure));
        assertThat(target(back)).isEqualTo("/cases?state=OPEN");
        Cookie session = back.getCookie(SessionCookie.NAME);
        web.perform(get("/api/session").cookie(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account").value(login));
        web.perform(get("/api/sessions").cookie(session))
                .andExpect(jsonPath("$[0].throughProvider").value(true));
        assertThat(target(arrived(query, memoryOf(departure))))
                .as("a code works once")
                .contains("fault=oidc.failed");
    }

    @Test
    void a_session_that_the_browser_brought_along_is_not_used_on() throws Exception {
        MockHttpServletResponse departure = departed("/");
        String query = provedAtProvider(target(departure), login);
        MockHttpServletResponse back =
                arrived(query, memoryOf(departure), new Cookie(SessionCookie.NAME, "chosen-by-somebody-else"));
        assertThat(back.getCookie(SessionCookie.NAME).getValue()).isNotEqualTo("chosen-by-somebody-else");
        assertThat(back.getCookie(SessionCookie.NAME).isHttpOnly()).isTrue();
    }

    @Test
    void somebody_without_an_account_here_is_told_so_and_none_is_opened() throws Exception {
        MockHttpServletResponse departure = departed("/");
        String query = provedAtProvider(target(departure), "stranger-" + city);
        MockHttpServletResponse back = arrived(query, memoryOf(departure));
        assertThat(target(back)).contains("fault=oidc.unknown-account");
        assertThat(back.getCookie(SessionCookie.NAME)).isNull();
        assertThat(jdbc.sql("select count(*) from platform.account where login like 'stranger-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_disabled_account_is_not_opened_by_the_provider() throws Exception {
        jdbc.sql("update platform.account set enabled = false where login = :login")
                .param("login", login)
                .update();
        MockHttpServletResponse departure = departed("/");
        String query = provedAtProvider(target(departure), login);
        assertThat(target(arrived(query, memoryOf(departure)))).contains("fault=oidc.unknown-account");
    }

    @Test
    void an_answer_for_another_browser_a_changed_state_and_no_memory_are_refused() throws Exception {
        MockHttpServletResponse mine = departed("/");
        MockHttpServletResponse other = departed("/");
        String query = provedAtProvider(target(mine), login);
        assertThat(target(arrived(query, memoryOf(other)))).contains("fault=oidc.failed");
        assertThat(target(arrived(query.replaceFirst("state=[^&]*", "state=x"), memoryOf(mine))))
                .contains("fault=oidc.failed");
        assertThat(target(arrived(query))).contains("fault=oidc.failed");
        assertThat(target(arrived(query, new Cookie("CIVITAS_OIDC", "Zm9yZ2Vk"))))
                .contains("fault=oidc.failed");
        assertThat(target(arrived("error=access_denied&state=x", memoryOf(mine))))
                .contains("fault=oidc.failed");
    }

    @Test
    void only_pages_of_this_system_are_gone_on_to() throws Exception {
        for (String evil : List.of("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example")) {
            MockHttpServletResponse departure = departed(evil);
            String query = provedAtProvider(target(departure), login);
            assertThat(target(arrived(query, memoryOf(departure)))).isEqualTo("/");
        }
    }

    @Test
    void an_account_with_an_authenticator_still_needs_its_code() throws Exception {
        jdbc.sql("""
                insert into platform.second_factor (account_id, secret, created_at, confirmed_at)
                select id, '\\x00', now(), now() from platform.account where login = :login
                """).param("login", login).update();
        MockHttpServletResponse departure = departed("/m/");
        String query = provedAtProvider(target(departure), login);
        MockHttpServletResponse back = arrived(query, memoryOf(departure));
        assertThat(URLDecoder.decode(target(back), StandardCharsets.UTF_8)).isEqualTo("/login?step=code&next=/m/");
        assertThat(back.getCookie(SessionCookie.NAME)).isNull();
        web.perform(post("/api/session/code")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\":\"123456\"}"))
                .andExpect(jsonPath("$.code").value("session.challenge-over"));
    }

    @Test
    void the_page_offers_it_only_where_it_is_set_up() throws Exception {
        web.perform(get("/api/oidc")).andExpect(jsonPath("$.enabled").value(true));
        String issuer = System.clearProperty("civitas.oidc.issuer");
        try {
            web.perform(get("/api/oidc")).andExpect(jsonPath("$.enabled").value(false));
            web.perform(get("/api/oidc/authorizations")).andExpect(status().isNotFound());
        } finally {
            System.setProperty("civitas.oidc.issuer", issuer);
        }
    }
}
