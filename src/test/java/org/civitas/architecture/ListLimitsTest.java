package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.civitas.identity.StandardRole;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** No list answers without a bound, as the description of the interface lists them. */
@CityTest
class ListLimitsTest {

    /** Lists without pages, with what bounds them. A new one needs a reason or a limit. */
    private static final Map<String, String> BOUNDED = Map.ofEntries(
            Map.entry("/api/accounts/{id}/sessions", "live sessions of one account"),
            Map.entry("/api/areas/catalogue", "cities of the bundled catalogue"),
            Map.entry("/api/areas/kinds", "an enumeration"),
            Map.entry("/api/areas/tree", "children of one area"),
            Map.entry("/api/audit-verifications", "the latest ones"),
            Map.entry("/api/bulletins/rounds", "published rounds of a city"),
            Map.entry("/api/bulletins/{id}/candidates", "units of a city"),
            Map.entry("/api/burden-weeks", "weeks of a period"),
            Map.entry("/api/case-assignment-figures", "units of a city"),
            Map.entry("/api/case-routes", "types and areas that were set by hand"),
            Map.entry("/api/case-types", "types"),
            Map.entry("/api/cities", "cities of the installation"),
            Map.entry("/api/duties/mine", "duties of one unit"),
            Map.entry("/api/editions/{id}/check-items", "check items of an edition"),
            Map.entry("/api/editions/{id}/decomposition", "requirements, site types or check items of an edition"),
            Map.entry("/api/editions/{id}/faults", "faults of an edition"),
            Map.entry(
                    "/api/grant-requests",
                    "requests to grant or take a permission that wait or were decided, of one city"),
            Map.entry("/api/import-previews", "the latest 20"),
            Map.entry("/api/inspection-plans/{id}/draws", "draws of a plan"),
            Map.entry("/api/inspection-plans/{id}/inspectors", "accounts with the role, at most 1000"),
            Map.entry("/api/inspection-plans/{id}/progress", "inspectors of a plan"),
            Map.entry("/api/inspection-tasks/mine", "a hard limit in the query"),
            Map.entry("/api/map/sites", "refused above 20,000 in words"),
            Map.entry("/api/observations/{id}", "one observation and its corrections"),
            Map.entry("/api/permissions", "an enumeration"),
            Map.entry("/api/ranking-indicators", "an enumeration"),
            Map.entry("/api/ranking-schemes", "schemes of a city"),
            Map.entry("/api/roles", "roles"),
            Map.entry("/api/rounds/{id}/areas", "areas of one level"),
            Map.entry("/api/rounds/{id}/comparable-rounds", "at most 60 rounds"),
            Map.entry("/api/rounds/{id}/covered-areas", "areas that one leader covers"),
            Map.entry("/api/sessions", "live sessions of one account"),
            Map.entry("/api/site-types", "types"),
            Map.entry("/api/sites/counts", "areas of one level by type"),
            Map.entry("/api/sites/{id}/versions", "changes of one site"),
            Map.entry(
                    "/api/units/{id}/answering/duties", "what one unit answers for in the editions in use and by duty"),
            Map.entry("/api/units/{id}/answering/standards", "what one unit answers for in the editions in use"),
            Map.entry("/api/units/{id}/sub-units", "sub-units of one unit"),
            Map.entry("/api/visits/mine", "a hard limit in the query"),
            Map.entry("/api/works", "the latest 20"));

    @Autowired
    MockMvc web;

    @Test
    void a_list_has_a_limit_or_a_reason_why_it_needs_none() throws Exception {
        Set<String> without = new TreeSet<>();
        gets().forEach((path, operation) -> {
            boolean array = operation.contains("\"type\":\"array\"");
            if (array && !operation.contains("\"name\":\"limit\"")) {
                without.add(path);
            }
        });
        assertThat(without).isNotEmpty().isSubsetOf(BOUNDED.keySet());
    }

    @Test
    void a_page_of_a_hundred_thousand_and_a_broken_cursor_are_refused_everywhere() throws Exception {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String path : gets().keySet()) {
            String operation = gets().get(path);
            if (!operation.contains("\"name\":\"limit\"") || path.contains("{")) {
                continue;
            }
            tried++;
            String words = operation.contains("\"name\":\"words\"") ? "words=x&" : "";
            MockHttpServletResponse huge = asked(path + "?" + words + "limit=100000");
            if (huge.getStatus() / 100 != 4 || huge.getStatus() == 403) {
                wrong.add(path + " limit=100000 → " + huge.getStatus());
            }
            if (operation.contains("\"name\":\"after\"")) {
                int status = asked(path + "?after=%25%25broken").getStatus();
                if (status / 100 != 4 || status == 403) {
                    wrong.add(path + " after=%%broken → " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(10);
    }

    /** As the first role that may. */
    private MockHttpServletResponse asked(String address) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (StandardRole role : StandardRole.values()) {
            answer = web.perform(get(URI.create(address)).with(TestUsers.as(TestUsers.cityWide(role))))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() != 403) {
                return answer;
            }
        }
        return answer;
    }

    private static Map<String, String> gets() throws Exception {
        String description = Files.readString(Path.of("docs/api/openapi.json"));
        Map<String, Map<String, Object>> paths = JsonPath.read(description, "$.paths");
        Map<String, String> gets = new java.util.TreeMap<>();
        for (var path : paths.entrySet()) {
            if (path.getValue().get("get") instanceof Map<?, ?> operation) {
                Object parameters = operation.get("parameters");
                Object ok = operation.get("responses") instanceof Map<?, ?> answers ? answers.get("200") : null;
                gets.put(path.getKey(), names(parameters) + schema(ok));
            }
        }
        return gets;
    }

    private static String names(Object parameters) {
        StringBuilder names = new StringBuilder();
        if (parameters instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> parameter) {
                    names.append("\"name\":\"").append(parameter.get("name")).append('"');
                }
            }
        }
        return names.toString();
    }

    private static String schema(Object answer) {
        if (answer instanceof Map<?, ?> ok && ok.get("content") instanceof Map<?, ?> content) {
            for (Object type : content.values()) {
                if (type instanceof Map<?, ?> media && media.get("schema") instanceof Map<?, ?> schema) {
                    return "\"type\":\"" + schema.get("type") + '"';
                }
            }
        }
        return "";
    }
}
