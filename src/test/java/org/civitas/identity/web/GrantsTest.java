package org.civitas.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.NewAccount;
import org.civitas.identity.StandardRole;
import org.civitas.identity.application.OpenAccount;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.city.CityCode;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who opens accounts does not grant, who grants does nothing else, and nobody grants to himself. */
@CityTest
class GrantsTest {

    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    OpenAccount opening;

    @Autowired
    AccountTable accounts;

    @Autowired
    JdbcClient jdbc;

    private CityCode city;
    private CurrentUser administrator;

    @BeforeEach
    void anEmptyCity(CityCode own) {
        city = own;
        administrator = TestUsers.administrator();
        jdbc.sql("delete from platform.city_role where city_code = :city")
                .param("city", city.value())
                .update();
        jdbc.sql("delete from platform.account where city_code = :city")
                .param("city", city.value())
                .update();
    }

    private String login(String start) {
        return start + ++number + "-" + city;
    }

    private CurrentUser officer() {
        UUID id = opening.open(new NewAccount(
                city, login("sec"), "安全员", "Right-pass-1", List.of("SECURITY_OFFICER"), "CITY", city.rootArea(), null));
        return user(id, StandardRole.SECURITY_OFFICER);
    }

    private CurrentUser user(UUID id, StandardRole role) {
        return new CurrentUser(
                id,
                "安全员",
                city,
                java.util.Set.of(role.name()),
                role.permissions(),
                null,
                new DataScope.City(city.rootArea()));
    }

    private ResultActions sent(MockHttpServletRequestBuilder request, CurrentUser by, String body) throws Exception {
        return web.perform(request.with(TestUsers.as(by))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String accountForm(String login, String roles) {
        return "{\"login\":\"" + login + "\",\"name\":\"某人\",\"password\":\"Given-by-admin-1\",\"roles\":[" + roles
                + "],\"scopeKind\":\"CITY\",\"areaCode\":\"" + city.rootArea() + "\",\"unitId\":null}";
    }

    private String grantForm(String roles) {
        return "{\"roles\":[" + roles + "],\"scopeKind\":\"CITY\",\"areaCode\":\"" + city.rootArea()
                + "\",\"unitId\":null}";
    }

    private UUID opened(CurrentUser by, String roles, boolean granted) throws Exception {
        String answer = sent(post("/api/accounts"), by, accountForm(login("new"), roles))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.granted").value(granted))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(JsonPath.read(answer, "$.id"));
    }

    private List<String> rolesOf(UUID id) {
        return accounts.byId(id).orElseThrow().roles();
    }

    @Test
    void in_an_empty_city_the_system_administrator_grants_until_there_is_a_security_administrator() throws Exception {
        UUID office = opened(administrator, "\"CITY_OFFICE\"", true);
        assertThat(rolesOf(office)).containsExactly("CITY_OFFICE");
        opened(administrator, "\"SECURITY_OFFICER\"", true);
        UUID later = opened(administrator, "\"CITY_OFFICE\"", false);
        assertThat(rolesOf(later)).isEmpty();
        sent(put("/api/accounts/" + later + "/grant"), administrator, grantForm("\"CITY_OFFICE\""))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_a_system_administrator_asks_for_a_security_administrator_grants_or_rejects() throws Exception {
        CurrentUser officer = officer();
        UUID one = opened(administrator, "\"INSPECTOR\"", false);
        UUID other = opened(administrator, "\"CITY_OFFICE\"", false);
        web.perform(get("/api/grant-requests").with(TestUsers.as(officer)))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].wanted.roles[0]").value("INSPECTOR"));
        web.perform(get("/api/workbench").with(TestUsers.as(officer)))
                .andExpect(jsonPath("$.todo[*].title", hasItem("待授权的账号")));
        sent(post("/api/grant-requests/approvals"), officer, "{\"accountIds\":[\"" + one + "\"]}")
                .andExpect(status().isOk());
        sent(post("/api/grant-requests/rejections"), officer, "{\"accountIds\":[\"" + other + "\"],\"reason\":\"已离岗\"}")
                .andExpect(status().isOk());
        assertThat(rolesOf(one)).containsExactly("INSPECTOR");
        assertThat(rolesOf(other)).isEmpty();
        web.perform(get("/api/grant-requests").with(TestUsers.as(officer))).andExpect(jsonPath("$", hasSize(0)));
        sent(post("/api/grant-requests/approvals"), officer, "{\"accountIds\":[\"" + other + "\"]}")
                .andExpect(status().isNotFound());
    }

    @Test
    void a_change_of_roles_or_reach_of_a_working_account_waits_too_while_its_name_changes_at_once() throws Exception {
        CurrentUser officer = officer();
        UUID id = opened(administrator, "\"INSPECTOR\"", false);
        sent(post("/api/grant-requests/approvals"), officer, "{\"accountIds\":[\"" + id + "\"]}");
        AccountTable.Stored stored = accounts.byId(id).orElseThrow();
        String change = "{\"name\":\"新名\",\"roles\":[\"CITY_OFFICE\"],\"scopeKind\":\"CITY\",\"areaCode\":\""
                + city.rootArea() + "\",\"unitId\":null,\"enabled\":true,\"version\":" + stored.version() + "}";
        sent(put("/api/accounts/" + id), administrator, change)
                .andExpect(jsonPath("$.granted").value(false));
        assertThat(accounts.byId(id).orElseThrow().name()).isEqualTo("新名");
        assertThat(rolesOf(id)).containsExactly("INSPECTOR");
        web.perform(get("/api/accounts/" + id).with(TestUsers.as(administrator)))
                .andExpect(jsonPath("$.wanted.roles[0]").value("CITY_OFFICE"));
    }

    @Test
    void duties_that_do_not_go_together_are_refused_in_an_account_and_in_a_role() throws Exception {
        CurrentUser officer = officer();
        UUID id = opened(administrator, "", true);
        sent(put("/api/accounts/" + id + "/grant"), officer, grantForm("\"SECURITY_OFFICER\",\"ADMINISTRATOR\""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("duties.grant-and-manage"));
        sent(put("/api/accounts/" + id + "/grant"), officer, grantForm("\"AUDITOR\",\"CITY_OFFICE\""))
                .andExpect(jsonPath("$.code").value("duties.audit-and-work"));
        String role = "{\"permissions\":[\"SITE_READ\",\"AUDIT_READ\"],\"secondFactor\":false,\"version\":-1}";
        sent(put("/api/roles/INSPECTOR"), officer, role)
                .andExpect(jsonPath("$.code").value("duties.audit-and-work"));
    }

    @Test
    void a_role_can_not_be_widened_so_that_an_account_which_has_two_roles_breaks_the_rule() throws Exception {
        CurrentUser officer = officer();
        UUID id = opened(administrator, "", true);
        sent(put("/api/accounts/" + id + "/grant"), officer, grantForm("\"ADMINISTRATOR\",\"COVERING_LEADER\""))
                .andExpect(status().isOk());
        String role = "{\"permissions\":[\"ROLE_GRANT\"],\"secondFactor\":false,\"version\":-1}";
        sent(put("/api/roles/COVERING_LEADER"), officer, role)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("duties.grant-and-manage"));
    }

    @Test
    void a_city_changes_what_a_role_allows_for_itself_only_and_at_once() throws Exception {
        CurrentUser officer = officer();
        String role = "{\"permissions\":[\"SITE_READ\"],\"secondFactor\":true,\"version\":-1}";
        sent(put("/api/roles/INSPECTOR"), officer, role).andExpect(status().isOk());
        sent(put("/api/roles/INSPECTOR"), officer, role).andExpect(status().isConflict());
        web.perform(get("/api/roles").with(TestUsers.as(officer)))
                .andExpect(jsonPath("$[?(@.code == 'INSPECTOR')].permissions[*]", hasSize(1)))
                .andExpect(jsonPath("$[?(@.code == 'INSPECTOR')].secondFactor").value(true));
        assertThat(jdbc.sql("select cardinality(permissions) from platform.role where code = 'INSPECTOR'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(StandardRole.INSPECTOR.permissions().size());
    }

    @Test
    void nobody_changes_his_own_roles_or_the_permissions_of_a_role_he_has() throws Exception {
        CurrentUser officer = officer();
        sent(put("/api/accounts/" + officer.accountId() + "/grant"), officer, grantForm("\"CITY_OFFICE\""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("roles.own-grant"));
        String role = "{\"permissions\":[\"ROLE_GRANT\"],\"secondFactor\":false,\"version\":-1}";
        sent(put("/api/roles/SECURITY_OFFICER"), officer, role)
                .andExpect(jsonPath("$.code").value("roles.own-grant"));
    }

    @Test
    void the_last_security_administrator_can_neither_be_disabled_nor_lose_the_role() throws Exception {
        CurrentUser officer = officer();
        AccountTable.Stored stored = accounts.byId(officer.accountId()).orElseThrow();
        String disable = "{\"name\":\"安全员\",\"roles\":[\"SECURITY_OFFICER\"],\"scopeKind\":\"CITY\",\"areaCode\":\""
                + city.rootArea() + "\",\"unitId\":null,\"enabled\":false,\"version\":" + stored.version() + "}";
        sent(put("/api/accounts/" + stored.id()), administrator, disable)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("security.last"));
        CurrentUser second = officer();
        sent(put("/api/accounts/" + stored.id() + "/grant"), second, grantForm("\"CITY_OFFICE\""))
                .andExpect(status().isOk());
        sent(put("/api/accounts/" + second.accountId() + "/grant"), officer, grantForm("\"CITY_OFFICE\""))
                .andExpect(jsonPath("$.code").value("security.last"));
    }

    @Test
    void the_password_of_a_security_administrator_is_not_given_by_a_system_administrator() throws Exception {
        CurrentUser officer = officer();
        String body = "{\"password\":\"Given-once-more-2\"}";
        sent(put("/api/accounts/" + officer.accountId() + "/password"), administrator, body)
                .andExpect(status().isForbidden());
        sent(put("/api/accounts/" + officer.accountId() + "/password"), officer, body)
                .andExpect(jsonPath("$.code").value("account.own-reset"));
        sent(put("/api/accounts/" + officer.accountId() + "/password"), officer(), body)
                .andExpect(status().isOk());
    }

    @Test
    void an_account_of_another_city_does_not_exist_for_this_one() throws Exception {
        CurrentUser officer = officer();
        UUID foreign = UUID.randomUUID();
        jdbc.sql(
                        "insert into platform.city (code, name, created_at) values ('980999', '邻市', now()) on conflict do nothing")
                .update();
        jdbc.sql("""
                insert into platform.account (id, city_code, login, name, password_hash, role_codes, scope_kind,
                                              area_code, created_at)
                values (:id, '980999', :login, '邻', '', '{}', 'CITY', '9809', now())
                """).param("id", foreign).param("login", login("foreign")).update();
        try {
            sent(put("/api/accounts/" + foreign + "/grant"), officer, grantForm("\"CITY_OFFICE\""))
                    .andExpect(status().isNotFound());
            web.perform(delete("/api/accounts/" + foreign + "/second-factor").with(TestUsers.as(officer)))
                    .andExpect(status().isNotFound());
            web.perform(get("/api/accounts/" + foreign + "/sessions").with(TestUsers.as(officer)))
                    .andExpect(status().isNotFound());
        } finally {
            jdbc.sql("delete from platform.account where id = :id")
                    .param("id", foreign)
                    .update();
            jdbc.sql("delete from platform.city where code = '980999'").update();
        }
    }
}
