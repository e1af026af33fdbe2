package org.civitas.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.web.SessionCookie;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Passwords given by administrators, passwords that come again, and the list of sessions. */
@CityTest
class PasswordsAndSessionsTest {

    private static final String FIRST = "Given-by-admin-1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    OpenAccount opening;

    @Autowired
    JdbcClient jdbc;

    private String login = "";
    private java.util.UUID id = new java.util.UUID(0, 0);

    @BeforeEach
    void anAccount(CityCode city) {
        login = "holder" + NUMBER.incrementAndGet() + "-" + city;
        var account = new NewAccount(city, login, "市办乙", FIRST, List.of("CITY_OFFICE"), "CITY", city.rootArea(), null);
        id = opening.openForSomebody(TestUsers.administrator(), account).id();
    }

    private ResultActions tried(String password) throws Exception {
        return web.perform(post("/api/session")
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"account\":\"" + login + "\",\"password\":\"" + password + "\"}"));
    }

    private Cookie signedIn(String password) throws Exception {
        return tried(password)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME);
    }

    private ResultActions changed(Cookie session, String current, String password) throws Exception {
        return web.perform(put("/api/session/password")
                .with(csrf())
                .cookie(session)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}"));
    }

    @Test
    void whoever_got_his_password_from_an_administrator_changes_it_before_anything_else() throws Exception {
        Cookie session = tried(FIRST)
                .andExpect(jsonPath("$.obligation").value("PASSWORD_CHANGE"))
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME);
        for (String path : List.of("/api/workbench", "/api/areas/tree", "/api/sessions", "/api/cases")) {
            web.perform(get(path).cookie(session))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("password.change-needed"));
        }
        changed(session, FIRST, "My-own-choice-7").andExpect(status().isOk());
        web.perform(get("/api/workbench").cookie(session)).andExpect(status().isOk());
        web.perform(get("/api/session").cookie(session))
                .andExpect(jsonPath("$.obligation").doesNotExist());
        tried(FIRST).andExpect(status().is(422));
    }

    @Test
    void a_reset_ends_all_sessions_and_the_given_password_must_be_changed() throws Exception {
        Cookie session = signedIn(FIRST);
        changed(session, FIRST, "My-own-choice-7").andExpect(status().isOk());
        web.perform(put("/api/accounts/" + id + "/password")
                        .with(TestUsers.as(TestUsers.administrator()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"password\":\"Given-once-more-2\"}"))
                .andExpect(status().isOk());
        web.perform(get("/api/session").cookie(session)).andExpect(status().isUnauthorized());
        tried("Given-once-more-2").andExpect(jsonPath("$.obligation").value("PASSWORD_CHANGE"));
    }

    @Test
    void none_of_the_last_five_passwords_comes_again_but_the_sixth_may() throws Exception {
        Cookie session = signedIn(FIRST);
        String now = FIRST;
        for (String next : List.of("Second-choice-2", "Third-choice-3x", "Fourth-choice-4", "Fifth-choice-5x")) {
            changed(session, now, next).andExpect(status().isOk());
            now = next;
        }
        for (String again : List.of(FIRST, "Second-choice-2", "Fifth-choice-5x")) {
            changed(session, now, again)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("account.password-again"));
        }
        changed(session, now, "Sixth-choice-6x").andExpect(status().isOk());
        changed(session, "Sixth-choice-6x", FIRST).andExpect(status().isOk());
    }

    @Test
    void a_city_may_let_passwords_grow_old_and_then_they_must_be_changed(CityCode city) throws Exception {
        Cookie session = signedIn(FIRST);
        changed(session, FIRST, "My-own-choice-7").andExpect(status().isOk());
        web.perform(get("/api/workbench").cookie(session)).andExpect(status().isOk());
        String settled = "{\"passwordDays\":90,\"idleMinutes\":60,\"lifeHours\":12,\"version\":-1}";
        var security = TestUsers.securityOfficer();
        web.perform(put("/api/sign-in-rules")
                        .with(TestUsers.as(security))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(settled))
                .andExpect(status().isOk());
        web.perform(put("/api/sign-in-rules")
                        .with(TestUsers.as(security))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(settled))
                .andExpect(status().isConflict());
        jdbc.sql("update platform.account set password_set_at = now() - interval '91 days' where id = :id")
                .param("id", id)
                .update();
        web.perform(get("/api/workbench").cookie(session))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("password.change-needed"));
        jdbc.sql("delete from platform.identity_setting where city_code = :city")
                .param("city", city.value())
                .update();
        web.perform(get("/api/workbench").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void sessions_are_listed_with_rough_words_and_ended_by_their_owner_or_an_administrator() throws Exception {
        Cookie desk = signedIn(FIRST);
        changed(desk, FIRST, "My-own-choice-7").andExpect(status().isOk());
        Cookie phone = signedIn("My-own-choice-7");
        String list = web.perform(get("/api/sessions").cookie(desk))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].device").value("Windows 电脑 · Chrome"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String other =
                JsonPath.<List<String>>read(list, "$[?(@.current == false)].id").getFirst();
        web.perform(delete("/api/sessions/" + other).with(csrf()).cookie(desk)).andExpect(status().isOk());
        web.perform(get("/api/session").cookie(phone)).andExpect(status().isUnauthorized());
        web.perform(delete("/api/sessions/" + other).with(csrf()).cookie(desk)).andExpect(status().isNotFound());
        web.perform(get("/api/accounts/" + id + "/sessions").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(jsonPath("$", hasSize(1)));
        web.perform(delete("/api/accounts/" + id + "/sessions").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(status().isOk());
        web.perform(get("/api/session").cookie(desk)).andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("select count(*) from platform.session where account_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() throws Exception {
        Cookie mine = signedIn(FIRST);
        changed(mine, FIRST, "My-own-choice-7").andExpect(status().isOk());
        String own = JsonPath.read(
                web.perform(get("/api/sessions").cookie(mine))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$[0].id");
        web.perform(delete("/api/sessions/" + own).with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isNotFound());
        web.perform(get("/api/session").cookie(mine)).andExpect(status().isOk());
    }

    @Test
    void a_session_ends_when_it_lies_idle_or_when_its_time_is_over_and_use_puts_the_idle_end_off() throws Exception {
        Cookie session = signedIn(FIRST);
        jdbc.sql("update platform.session set idle_until = now() + interval '1 minute' where account_id = :id")
                .param("id", id)
                .update();
        web.perform(get("/api/session").cookie(session)).andExpect(status().isOk());
        assertThat(jdbc.sql("""
                        select idle_until > now() + interval '1 day' from platform.session where account_id = :id
                        """).param("id", id).query(Boolean.class).single()).isTrue();
        jdbc.sql("update platform.session set idle_until = now() where account_id = :id")
                .param("id", id)
                .update();
        web.perform(get("/api/session").cookie(session)).andExpect(status().isUnauthorized());
        Cookie another = signedIn(FIRST);
        jdbc.sql("update platform.session set expires_at = now() where account_id = :id")
                .param("id", id)
                .update();
        web.perform(get("/api/session").cookie(another)).andExpect(status().isUnauthorized());
    }
}
