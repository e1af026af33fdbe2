package org.civitas.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.NewAccount;
import org.civitas.identity.StandardRole;
import org.civitas.identity.application.OpenAccount;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CityCode;
import org.civitas.shared.Ids;
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

/** Telephone numbers are masked wherever they are shown, and opened one by one with a reason that stands in the audit. */
@CityTest
class PersonalDataTest {

    private static final String PHONE = "13812345678";
    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser administrator;
    private CurrentUser office;
    private UUID account = new UUID(0, 0);

    @BeforeEach
    void aPersonWithATelephone(@Autowired OpenAccount opening, CityCode city) throws Exception {
        administrator = TestUsers.administrator();
        office = TestUsers.office();
        account = opening.open(new NewAccount(
                city,
                "phone" + ++number + "-" + city,
                "经办人",
                "Right-pass-1",
                List.of("CITY_OFFICE"),
                "CITY",
                city.rootArea(),
                null));
        sent(put("/api/accounts/" + account + "/contact"), administrator, "{\"phone\":\"" + PHONE + "\"}")
                .andExpect(status().isOk());
    }

    private ResultActions sent(MockHttpServletRequestBuilder request, CurrentUser by, String body) throws Exception {
        return web.perform(request.with(TestUsers.as(by))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String got(String path, CurrentUser by) throws Exception {
        return web.perform(get(path).with(TestUsers.as(by)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private long openings(Object subject) {
        return jdbc.sql("select count(*) from audit_line where subject_id = :id and action like '%open%'")
                .param("id", subject.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void a_number_is_shown_masked_and_lies_encrypted() throws Exception {
        assertThat(got("/api/accounts/" + account + "/contact", administrator)).contains("138****5678");
        assertThat(got("/api/accounts", administrator)).doesNotContain(PHONE);
        byte[] stored = jdbc.sql("select phone from contact where subject_id = :id")
                .param("id", account)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(PHONE);
        assertThat(jdbc.sql("select count(*) from audit_line where position(:phone in details::text) > 0")
                        .param("phone", PHONE)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_is_opened_only_with_a_reason_and_the_audit_knows_who_and_why() throws Exception {
        long before = openings(account);
        String openings = "/api/accounts/" + account + "/contact/openings";
        sent(post(openings), administrator, "{\"reason\":\"  \"}").andExpect(status().isBadRequest());
        assertThat(openings(account)).isEqualTo(before);
        sent(post(openings), administrator, "{\"reason\":\"通知值班调整\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phone").value(PHONE));
        assertThat(jdbc.sql("""
                        select account_name || (details ->> 'reason') from audit_line
                        where action = 'contact.open' and subject_id = :id
                        """)
                        .param("id", account.toString())
                        .query(String.class)
                        .list())
                .containsExactly(administrator.name() + "通知值班调整");
        sent(post(openings), TestUsers.auditor(), "{\"reason\":\"想看一看\"}").andExpect(status().isForbidden());
    }

    @Test
    void a_mask_can_not_be_saved_as_the_number() throws Exception {
        sent(put("/api/accounts/" + account + "/contact"), administrator, "{\"phone\":\"138****5678\"}")
                .andExpect(status().isBadRequest());
        sent(put("/api/accounts/" + account + "/contact"), administrator, "{\"phone\":\"\"}")
                .andExpect(status().isOk());
        assertThat(got("/api/accounts/" + account + "/contact", administrator)).doesNotContain("138");
    }

    @Test
    void the_number_of_a_duty_outside_ones_area_does_not_exist(CityCode city) throws Exception {
        UUID duty = Ids.next();
        jdbc.sql("""
                insert into duty (id, kind, target_kind, area_code, unit_id, person_name, first_day)
                values (:id, 'ROAD_HEAD', 'AREA', :area, :unit, '路长', '2026-01-01')
                """)
                .param("id", duty)
                .param("area", city.rootArea() + "01")
                .param("unit", Ids.next())
                .update();
        String contact = "/api/duties/" + duty + "/contact";
        sent(put(contact), office, "{\"phone\":\"" + PHONE + "\"}").andExpect(status().isOk());
        assertThat(got(contact, office)).contains("138****5678");
        CurrentUser elsewhere = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.rootArea() + "02", null);
        web.perform(get(contact).with(TestUsers.as(elsewhere))).andExpect(status().isNotFound());
        sent(post(contact + "/openings"), elsewhere, "{\"reason\":\"核实路长情况\"}").andExpect(status().isNotFound());
        assertThat(openings(duty)).isZero();
        CurrentUser county = TestUsers.inArea(StandardRole.COUNTY_OFFICE, city.rootArea() + "01", null);
        sent(post(contact + "/openings"), county, "{\"reason\":\"核实路长情况\"}")
                .andExpect(jsonPath("$.phone").value(PHONE));
        assertThat(openings(duty)).isEqualTo(1);
    }
}
