package org.civitas.platform;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.web.SessionCookie;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {

    @Autowired
    MockMvc web;

    @Autowired
    OpenAccount opening;

    String login = "";

    @BeforeAll
    void anAccount(@Autowired OpenAccount opening, CityCode city) {
        login = "office" + city;
        opening.open(new NewAccount(
                city, login, "市办甲", "Right-pass-1", List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
    }

    private String signIn(String password) {
        return "{\"account\":\"" + login + "\",\"password\":\"" + password + "\"}";
    }

    @Test
    void a_right_password_opens_a_session_that_knows_its_permissions_and_can_be_closed() throws Exception {
        Cookie cookie = web.perform(post("/api/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(signIn("Right-pass-1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.permissions", hasItem("CASE_COORDINATE")))
                .andReturn()
                .getResponse()
                .getCookie(SessionCookie.NAME);
        web.perform(get("/api/session").cookie(cookie)).andExpect(status().isOk());
        web.perform(delete("/api/session").with(csrf()).cookie(cookie)).andExpect(status().isNoContent());
        web.perform(get("/api/session").cookie(cookie))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("session.needed"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() throws Exception {
        for (String body : List.of(signIn("wrong"), "{\"account\":\"nobody\",\"password\":\"wrong\"}")) {
            web.perform(post("/api/session")
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("session.wrong"));
        }
    }

    @Test
    void a_change_without_the_csrf_token_is_refused_in_words() throws Exception {
        web.perform(post("/api/session").contentType(MediaType.APPLICATION_JSON).content(signIn("Right-pass-1")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("csrf.missing"));
    }

    @Test
    void broken_and_empty_bodies_are_told_at_the_field_and_never_500() throws Exception {
        for (String body : List.of("", "{", "[]", "{\"account\":1}", "{\"account\":\"\",\"password\":\"x\"}")) {
            web.perform(post("/api/session")
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].message", not(blankOrNullString())));
        }
    }

    @Test
    void an_administrator_manages_accounts_and_an_inspector_does_not() throws Exception {
        web.perform(get("/api/accounts").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].login", hasItem(login)));
        web.perform(get("/api/accounts").with(TestUsers.as(TestUsers.inspector())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("access.denied"));
    }
}
