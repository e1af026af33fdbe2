package org.civitas.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.UUID;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Building an index from nothing on the pages, and what of it serves another. */
@CityTest
class EditionEditingTest {

    private static final String TREE = """
            {"revision":%d,
             "nodes":[
               {"code":"1","parentCode":null,"criterion":false,"name":"环境","full":3},
               {"code":"1.1","parentCode":"1","criterion":true,"name":"楼道畅通","full":2},
               {"code":"1.2","parentCode":"1","criterion":true,"name":"计划","full":1}],
             "requirements":[
               {"code":"1.1-1","criterionCode":"1.1","method":"SITE","full":2,"ruleType":"DEDUCT","ruleText":"每处扣0.25",
                "combination":"MEAN","leadUnitCode":"DW-1","coUnitCodes":["DW-2","DW-3"],"evidence":"近一年的\\r\\n照片"},
               {"code":"1.2-1","criterionCode":"1.2","method":"MATERIAL","full":1,"combination":"MEAN","coUnitCodes":[]}]}
            """;
    private static final String ITEM = """
            {"code":"%s","siteTypeCode":"楼","aspect":"ENVIRONMENT","item":
              {"text":"楼道无堆物","kind":"COUNT","unit":"处","look":"看2个楼道","exemption":"","pictureNeeded":true,
               "faults":[{"text":"堆放杂物","caseType":"乱堆杂物"}],"requirementCodes":["1.1-1"],"revision":%d}}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    Editions editions;

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return web.perform(request.with(TestUsers.as(TestUsers.office()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions ask(String path) throws Exception {
        return web.perform(get(path).with(TestUsers.as(TestUsers.office())));
    }

    private String begun(String code) throws Exception {
        String body = send(
                        post("/api/editions"), "{\"code\":\"%s\",\"name\":\"本市体系\",\"level\":\"城市\"}".formatted(code))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return "/api/editions/" + JsonPath.read(body, "$.id");
    }

    /** With a tree, a type of site and a check item: revision 2. */
    private String built(String code) throws Exception {
        String path = begun(code);
        send(put(path + "/tree"), TREE.formatted(0)).andExpect(status().isOk());
        send(post("/api/site-types"), "{\"code\":\"楼\",\"name\":\"楼道\",\"kind\":\"PLACE\"}");
        send(post(path + "/check-items"), ITEM.formatted("楼-01-01", 1)).andExpect(status().isCreated());
        return path;
    }

    private EditionContent content(String path) {
        return editions.content(UUID.fromString(path.substring("/api/editions/".length())));
    }

    @Test
    void an_index_is_built_from_nothing_and_put_in_use() throws Exception {
        String path = begun("从无到有");
        send(post(path + "/activations"), "{\"revision\":0}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("edition.faulty"));
        send(put(path + "/tree"), TREE.formatted(0))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition.revision").value(1))
                .andExpect(jsonPath("$.requirements[0].sentence").value(containsString("每发现一处扣 0.25 分")))
                .andExpect(jsonPath("$.requirements[0].evidence").value("近一年的\n照片"))
                .andExpect(jsonPath("$.requirements[0].coUnitCodes", hasSize(2)));
        ask(path + "/faults").andExpect(jsonPath("$[*].code", hasItem("edition.requirement.unserved")));
        send(post("/api/site-types"), "{\"code\":\"楼\",\"name\":\"楼道\",\"kind\":\"PLACE\"}");
        send(post(path + "/check-items"), ITEM.formatted("楼-01-01", 1)).andExpect(status().isCreated());
        send(post(path + "/activations"), "{\"revision\":2}").andExpect(status().isOk());
        send(post("/api/editions"), "{\"code\":\"从无到有\",\"name\":\"又一套\",\"level\":\"城市\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("edition.code-taken"));
    }

    @Test
    void the_second_editor_is_told_and_nothing_of_his_is_written() throws Exception {
        String path = built("两人同改");
        send(put(path + "/tree"), TREE.formatted(2)).andExpect(status().isOk());
        EditionContent before = content(path);
        send(put(path + "/tree"), TREE.formatted(2).replace("楼道畅通", "后来者"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("version.stale"));
        send(put(path), "{\"name\":\"后来者\",\"level\":\"城市\",\"revision\":2}").andExpect(status().isConflict());
        send(put(path + "/mappings"), "{\"mappings\":[],\"revision\":2}").andExpect(status().isConflict());
        send(post(path + "/check-items"), ITEM.formatted("楼-01-02", 2)).andExpect(status().isConflict());
        assertThat(content(path)).isEqualTo(before);
    }

    @Test
    void a_renamed_code_takes_its_check_items_and_correspondences_with_it() throws Exception {
        String path = built("改编码");
        send(put(path + "/mappings"), """
                {"revision":2,"mappings":[{"kind":"CRITERION","code":"1.1","otherEdition":"另一套","otherCode":"9","fit":"PART"},
                                          {"kind":"ITEM","code":"楼-01-01","otherEdition":"另一套","otherCode":"9-1","fit":"FULL"}]}
                """).andExpect(status().isOk());
        String renamed = TREE.formatted(3)
                .replace("\"code\":\"1.1\"", "\"code\":\"2.7\",\"was\":\"1.1\"")
                .replace(
                        "\"code\":\"1.1-1\",\"criterionCode\":\"1.1\"",
                        "\"code\":\"2.7-1\",\"was\":\"1.1-1\",\"criterionCode\":\"2.7\"");
        send(put(path + "/tree"), renamed).andExpect(status().isOk());
        EditionContent content = content(path);
        assertThat(content.checkItems().getFirst().requirementCodes()).containsExactly("2.7-1");
        assertThat(content.mappings()).extracting(EditionMapping::code).containsExactly("2.7", "楼-01-01");
        String without = TREE.formatted(4)
                .replaceAll("(?s)\\{\"code\":\"1.1\".*?\\},", "")
                .replaceAll("(?s)\\{\"code\":\"1.1-1\".*?照片\"\\},", "");
        send(put(path + "/tree"), without).andExpect(status().isOk());
        assertThat(content(path).checkItems().getFirst().requirementCodes()).isEmpty();
        assertThat(content(path).mappings()).extracting(EditionMapping::code).containsExactly("楼-01-01");
    }

    @Test
    void a_tree_is_tried_without_being_written_and_points_that_do_not_add_up_are_named_at_the_node() throws Exception {
        String path = built("试算");
        EditionContent before = content(path);
        send(post(path + "/tree-checks"), TREE.formatted(2).replace("\"full\":3}", "\"full\":4}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].code").value("edition.node.points-sum"))
                .andExpect(jsonPath("$.faults[0].subject").value("1"))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("下级分值合计是 3")));
        assertThat(content(path)).isEqualTo(before);
    }

    @Test
    void a_tree_that_can_not_be_kept_is_refused_in_words() throws Exception {
        String path = built("坏树");
        EditionContent before = content(path);
        for (List<String> wrong : List.of(
                List.of(
                        "\"code\":\"1.2\",\"parentCode\"",
                        "\"code\":\"1.1\",\"parentCode\"",
                        "edition.node.code-twice"),
                List.of(
                        "\"code\":\"1\",\"parentCode\":null",
                        "\"code\":\"1\",\"parentCode\":\"1\"",
                        "edition.node.cycle"),
                List.of(
                        "\"parentCode\":\"1\",\"criterion\":true,\"name\":\"计",
                        "\"parentCode\":\"8\",\"criterion\":true,\"name\":\"计",
                        "edition.node.parent-unknown"),
                List.of(
                        "\"parentCode\":\"1\",\"criterion\":true,\"name\":\"计",
                        "\"parentCode\":\"1.1\",\"criterion\":true,\"name\":\"计",
                        "edition.node.parent-is-criterion"),
                List.of("\"code\":\"1.2-1\"", "\"code\":\"1.1-1\"", "edition.requirement.code-twice"),
                List.of(
                        "\"criterionCode\":\"1.2\"",
                        "\"criterionCode\":\"7.7\"",
                        "edition.requirement.criterion-unknown"),
                List.of("每处扣0.25", "每处扣两分", "edition.rule.parameters"))) {
            String body = TREE.formatted(2);
            assertThat(body).contains(wrong.get(0));
            send(put(path + "/tree"), body.replace(wrong.get(0), wrong.get(1)))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value(wrong.get(2)))
                    .andExpect(jsonPath("$.detail").value(endsWith("。")));
        }
        for (List<String> wrong : List.of(
                List.of("\"full\":2}", "\"full\":-2}"),
                List.of("\"full\":2}", "\"full\":2.1234567}"),
                List.of("\"name\":\"环境\"", "\"name\":\"\""),
                List.of("\"code\":\"1.2\",\"parentCode\"", "\"code\":\"1 2/3\",\"parentCode\""),
                List.of("\"coUnitCodes\":[]", "\"coUnitCodes\":null"),
                List.of("\"method\":\"MATERIAL\"", "\"method\":null"))) {
            send(put(path + "/tree"), TREE.formatted(2).replace(wrong.get(0), wrong.get(1)))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].message").value(endsWith("。")));
        }
        assertThat(content(path)).isEqualTo(before);
    }

    @Test
    void an_edition_in_use_refuses_every_change_and_leads_to_a_new_version() throws Exception {
        String path = built("锁定");
        send(post(path + "/activations"), "{\"revision\":2}").andExpect(status().isOk());
        EditionContent before = content(path);
        String item = ITEM.formatted("楼-01-01", 3);
        String inner = item.substring(item.indexOf("\"item\":") + 7, item.lastIndexOf('}'))
                .strip();
        for (ResultActions refused : List.of(
                send(put(path), "{\"name\":\"改名\",\"level\":\"城市\",\"revision\":3}"),
                send(put(path + "/tree"), TREE.formatted(3)),
                send(put(path + "/mappings"), "{\"mappings\":[],\"revision\":3}"),
                send(post(path + "/check-items"), ITEM.formatted("楼-01-02", 3)),
                send(put(path + "/check-items/楼-01-01"), inner),
                send(delete(path + "/check-items/楼-01-01?revision=3"), ""),
                send(delete(path + "?revision=3"), ""))) {
            refused.andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("edition.locked"))
                    .andExpect(jsonPath("$.detail").value(containsString("另立新版")));
        }
        assertThat(content(path)).isEqualTo(before);
    }

    @Test
    void check_items_are_added_changed_and_taken_away() throws Exception {
        String path = built("检查项");
        send(post(path + "/check-items"), ITEM.formatted("楼-01-01", 2))
                .andExpect(jsonPath("$.code").value("edition.item.code-twice"));
        send(post(path + "/check-items"), ITEM.formatted("楼-02-01", 2))
                .andExpect(jsonPath("$.code").value("edition.item.code-form"));
        send(post(path + "/check-items"), ITEM.formatted("月-01-01", 2).replace("\"楼\"", "\"月\""))
                .andExpect(jsonPath("$.code").value("edition.item.type-unknown"));
        String item = ITEM.formatted("楼-01-01", 2);
        String inner = item.substring(item.indexOf("\"item\":") + 7, item.lastIndexOf('}'))
                .strip();
        send(put(path + "/check-items/楼-01-01"), inner.replace("\"COUNT\"", "\"PASS\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("PASS"))
                .andExpect(jsonPath("$.unit").doesNotExist());
        ask(path + "/faults").andExpect(jsonPath("$[*].code", hasItem("edition.item.kind-misfit")));
        send(delete(path + "/check-items/楼-01-01?revision=3"), "").andExpect(status().isNoContent());
        assertThat(content(path).checkItems()).isEmpty();
    }

    @Test
    void correspondences_are_read_from_both_ends_and_equal_codes_need_none() throws Exception {
        String one = built("市级甲");
        String two = built("县级乙");
        send(put(two + "/mappings"), """
                {"revision":2,"mappings":[{"kind":"CRITERION","code":"1.2","otherEdition":"市级甲","otherCode":"1.2","fit":"PART","note":"只用计划"},
                                          {"kind":"CRITERION","code":"1.1","otherEdition":"市级甲","otherCode":"9.9","fit":"FULL"}]}
                """).andExpect(status().isOk());
        ask(one + "/mappings")
                .andExpect(
                        jsonPath("$.mappings[?(@.source=='THERE' && @.otherEdition=='县级乙' && @.code=='1.2')].otherName")
                                .value("计划"))
                .andExpect(jsonPath("$.mappings[?(@.source=='SAME_CODE' && @.otherEdition=='县级乙')].otherCode")
                        .value("1.1-1"));
        ask(two + "/mappings")
                .andExpect(jsonPath("$.mappings[0].source").value("HERE"))
                .andExpect(jsonPath("$.mappings[0].otherTitle").value("本市体系 第1版"))
                .andExpect(jsonPath("$.mappings[0].fitWord").value("部分"))
                .andExpect(jsonPath("$.mappings[1].otherName").doesNotExist());
        send(put(two + "/mappings"), """
                {"revision":3,"mappings":[{"kind":"ITEM","code":"没有","otherEdition":"县级乙","otherCode":"1","fit":"FULL"}]}
                """).andExpect(status().isOk());
        ask(two + "/faults")
                .andExpect(jsonPath("$[*].code", hasItem("edition.mapping.code-unknown")))
                .andExpect(jsonPath("$[*].code", hasItem("edition.mapping.same-index")));
    }

    @Test
    void two_versions_are_compared_also_as_a_workbook_and_what_is_exported_comes_back() throws Exception {
        String path = built("两版");
        String copy = send(post(path + "/copies"), "").andReturn().getResponse().getContentAsString();
        String later = "/api/editions/" + JsonPath.read(copy, "$.id");
        send(put(later + "/tree"), TREE.formatted(0).replace("楼道畅通", "楼道整洁畅通").replace("\"full\":1", "\"full\":1.5"))
                .andExpect(status().isOk());
        String against = "?against=" + path.substring("/api/editions/".length());
        ask(later + "/differences" + against)
                .andExpect(jsonPath("$.before.number").value(1))
                .andExpect(jsonPath("$.differences[0].changeWord").value("改写"))
                .andExpect(jsonPath("$.differences[0].pieces[1].kind").value("NEW"))
                .andExpect(jsonPath("$.differences[0].pieces[1].text").value("整洁"))
                .andExpect(jsonPath("$.differences[?(@.change=='REPOINTED' && @.subject=='标准')].after")
                        .value("1.5"));
        byte[] table = ask(later + "/differences/workbook" + against)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(table).startsWith('P', 'K');
        byte[] workbook = ask(path + "/workbook").andReturn().getResponse().getContentAsByteArray();
        String entered = web.perform(multipart("/api/editions/imports")
                        .file(new MockMultipartFile("file", "体系.xlsx", null, workbook))
                        .with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        EditionContent original = content(path);
        assertThat(content("/api/editions/" + JsonPath.read(entered, "$.id")).as(original.edition()))
                .isEqualTo(original);
    }

    @Test
    void a_rule_is_said_in_a_sentence_or_what_is_wrong_with_it() throws Exception {
        ask("/api/rule-sentences?type=DEDUCT&parameters=每处扣0.50")
                .andExpect(jsonPath("$.sentence").value(containsString("扣 0.5 分")))
                .andExpect(jsonPath("$.parameters").value("每处扣0.5"));
        ask("/api/rule-sentences?type=DEDUCT&parameters=很多")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fault").value(endsWith("。")));
    }
}
