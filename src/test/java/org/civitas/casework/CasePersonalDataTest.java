package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.testing.TestUsers.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Numbers of people that stand in the words of a case, as they come from a hotline. */
@CityTest
class CasePersonalDataTest {

    private static final String PHONE = "13812345678";

    @Autowired
    MockMvc web;

    private TestCity city;
    private CurrentUser office;
    private UUID file = new UUID(0, 0);

    @BeforeEach
    void aCaseWithATelephoneNumber(@Autowired AutowireCapableBeanFactory beans) {
        city = beans.createBean(TestCity.class);
        city.build();
        office = TestUsers.office();
        file = city.found("来电人" + PHONE + "反映占道经营");
    }

    private String got(String path) throws Exception {
        return web.perform(get(path).with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void they_are_masked_in_the_ledger_the_file_the_search_and_the_export() throws Exception {
        assertThat(got("/api/cases")).contains("来电人138****5678反映占道经营").doesNotContain(PHONE);
        assertThat(got("/api/cases/" + file)).contains("138****5678").doesNotContain(PHONE);
        assertThat(got("/api/search?q=占道经营")).doesNotContain(PHONE);
        byte[] sheet = web.perform(get("/api/cases/export").with(as(office)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var words = new StringBuilder();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet));
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(cell -> words.append(cell == null ? "" : cell.getRawValue())));
        }
        assertThat(words.toString()).contains("138****5678").doesNotContain(PHONE);
    }

    @Test
    void they_are_opened_with_a_reason_by_who_may_and_the_audit_knows_it_without_the_number() throws Exception {
        String openings = "/api/cases/" + file + "/openings";
        web.perform(post(openings)
                        .with(as(office))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"\"}"))
                .andExpect(status().isBadRequest());
        web.perform(post(openings)
                        .with(as(city.handler(city.police)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"联系来电人\"}"))
                .andExpect(status().isForbidden());
        web.perform(post(openings)
                        .with(as(office))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"联系来电人\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.description").value("来电人" + PHONE + "反映占道经营"));
        assertThat(city.jdbc
                        .sql("""
                                select count(*) from audit_line where subject_id = :id and action = 'case.open-personal'
                                  and details ->> 'reason' = '联系来电人' and account_name = :name
                                """)
                        .param("id", file.toString())
                        .param("name", office.name())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(city.jdbc
                        .sql("select count(*) from audit_line where position(:phone in details::text) > 0")
                        .param("phone", PHONE)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
