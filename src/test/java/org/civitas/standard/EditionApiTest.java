package org.civitas.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.civitas.standard.application.ExampleFiles;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CityTest
class EditionApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Editions editions;

    @Autowired
    CheckItems checkItems;

    @Autowired
    ExampleFiles files;

    @Autowired
    JdbcTemplate jdbc;

    private static RequestPostProcessor office() {
        return TestUsers.as(TestUsers.office());
    }

    private String exampleDraft() throws Exception {
        String body = web.perform(post("/api/editions/examples").with(office()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.id");
    }

    private static String seen(int revision) {
        return "{\"revision\":" + revision + "}";
    }

    @Test
    void the_example_is_loaded_by_one_click_and_comes_back_as_it_stands_in_the_files() throws Exception {
        String id = exampleDraft();
        EditionContent stored = editions.content(java.util.UUID.fromString(id));
        EditionContent written = files.read();
        assertThat(stored.nodes()).isEqualTo(written.nodes());
        assertThat(stored.requirements()).isEqualTo(written.requirements());
        assertThat(stored.checkItems()).isEqualTo(written.checkItems());
        assertThat(stored.siteTypes()).containsExactlyInAnyOrderElementsOf(written.siteTypes());
        assertThat(checkItems.forSiteType(stored.edition().id(), "小区")).isEqualTo(stored.checkItemsOf("小区"));
        web.perform(get("/api/editions/" + id).with(office()))
                .andExpect(jsonPath("$.full").value(100))
                .andExpect(jsonPath("$.nodes", hasSize(stored.nodes().size())));
        web.perform(get("/api/site-types").with(office())).andExpect(jsonPath("$", hasSize(greaterThanOrEqualTo(16))));
    }

    @Test
    void an_edition_in_use_refuses_every_change_and_its_copy_takes_them() throws Exception {
        String id = exampleDraft();
        web.perform(post("/api/editions/" + id + "/activations")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(seen(0)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("IN_USE"));
        String words = """
                {"text":"新的内容","look":"","exemption":"","faults":[{"text":"堆放","caseType":"乱堆杂物"}],"pictureNeeded":true,"revision":%d}
                """;
        web.perform(put("/api/editions/" + id + "/check-items/小区-01-01")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words.formatted(1)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("edition.locked"));
        web.perform(delete("/api/editions/" + id + "?revision=1").with(office()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("edition.locked"));

        String copy = web.perform(post("/api/editions/" + id + "/copies").with(office()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String copyId = JsonPath.read(copy, "$.id");
        web.perform(put("/api/editions/" + copyId + "/check-items/小区-01-01")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words.formatted(0)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("新的内容"));
        web.perform(put("/api/editions/" + copyId + "/check-items/小区-01-01")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(words.formatted(0)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("version.stale"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_line where subject_id in (?, ?)", Integer.class, id, copyId))
                .as("entered, put in use; copied, decomposition taken over, reworded")
                .isEqualTo(5);
    }

    @Test
    void a_workbook_with_a_fault_writes_nothing_and_a_good_one_becomes_a_draft() throws Exception {
        byte[] workbook = web.perform(get("/api/editions/imports/template").with(office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        MockMultipartFile good = new MockMultipartFile("file", "体系.xlsx", null, workbook);
        web.perform(multipart("/api/editions/imports/previews").file(good).with(office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faultCount").value(0))
                .andExpect(
                        jsonPath("$.checkItems").value(files.read().checkItems().size()));
        int before = editions.all().size();
        web.perform(multipart("/api/editions/imports")
                        .file(new MockMultipartFile("file", "体系.xlsx", null, new byte[0]))
                        .with(office()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("xlsx.empty"));
        assertThat(editions.all()).hasSize(before);
        web.perform(multipart("/api/editions/imports").file(good).with(office()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.title", containsString("第")));
        assertThat(editions.all()).hasSize(before + 1);
    }

    @Test
    void an_inspector_reads_editions_and_does_not_change_them() throws Exception {
        RequestPostProcessor inspector = TestUsers.as(TestUsers.inspector());
        web.perform(get("/api/editions").with(inspector)).andExpect(status().isOk());
        web.perform(post("/api/editions/examples").with(inspector))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("access.denied"));
        web.perform(get("/api/editions/" + new java.util.UUID(0, 9)).with(inspector))
                .andExpect(status().isNotFound());
    }

    @Test
    void bad_words_are_told_at_the_field_and_never_500() throws Exception {
        String id = exampleDraft();
        String form =
                "{\"text\":%s,\"look\":\"\",\"exemption\":\"\",\"faults\":%s,\"pictureNeeded\":true,\"revision\":0}";
        String good = "[{\"text\":\"堆放\",\"caseType\":\"乱堆杂物\"}]";
        for (String body : List.of(
                form.formatted("\"\"", good),
                form.formatted("null", good),
                form.formatted("\"内容\"", "null"),
                form.formatted("\"内容\"", "[null]"),
                form.formatted("\"内容\"", "[{\"text\":\"\",\"caseType\":\"乱堆杂物\"}]"),
                form.formatted("\"" + "长".repeat(301) + "\"", good))) {
            web.perform(put("/api/editions/" + id + "/check-items/小区-01-01")
                            .with(office())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].message", endsWith("。")));
        }
        web.perform(put("/api/editions/" + id + "/check-items/小区-01-02")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(form.formatted("\"内\\u0000容\"", good)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("内容"));
        web.perform(put("/api/editions/" + id + "/check-items/小区-01-01")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(form.formatted("\"内容\"", "[{\"text\":\"甲 → 乙\",\"caseType\":\"乱堆杂物\"}]")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("edition.item.fault-form"));
        web.perform(put("/api/site-types/小区")
                        .with(office())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"主次干道\",\"kind\":\"PLACE\",\"route\":\"\",\"version\":0}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("site-type.name-taken"));
    }
}
