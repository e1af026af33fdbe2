package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.civitas.access.HostileFiles.Hostile;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.SafeFileName;
import org.civitas.standard.ExampleEdition;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hostile files at every door that takes a file: refused in words, nothing written, no internal fault, little memory. */
@CityTest
class HostileFilesTest {

    private static final String PICTURES = "/api/media";
    private static final String BOUNDARIES = "/api/areas/boundaries";
    private static final long MOST_ALLOCATED = 400L << 20;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ExampleEdition example;

    private CurrentUser user;

    /** What a door that belongs to one edition is asked with. */
    private String edition = "";

    @BeforeEach
    void somebodyWhoMayDoEverything() {
        edition = example.putInUse().id().toString();
        user = TestUsers.whoMayDoEverything();
    }

    private static Map<String, Hostile> filesFor(String path) {
        return switch (path) {
            case PICTURES -> HostileFiles.pictures();
            case BOUNDARIES -> HostileFiles.boundaries();
            default -> HostileFiles.workbooks();
        };
    }

    @Test
    void every_door_refuses_every_hostile_file_with_its_code_and_writes_nothing() {
        List<String> doors = Operation.all().stream()
                .filter(Operation::upload)
                .map(Operation::path)
                .toList();
        assertThat(doors).hasSizeGreaterThanOrEqualTo(8).contains(PICTURES, BOUNDARIES);
        List<Integer> before = rows();
        List<String> wrong = new ArrayList<>();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String door : doors) {
            filesFor(door).forEach((name, file) -> {
                long allocated = threads.getCurrentThreadAllocatedBytes();
                MockHttpServletResponse answer = send(door, name, file.bytes());
                long used = threads.getCurrentThreadAllocatedBytes() - allocated;
                JsonNode problem = problem(answer);
                boolean refused = answer.getStatus() >= 400 && answer.getStatus() < 500;
                boolean inWords = problem.path("detail").asString("").matches("(?s).*\\p{IsHan}.*");
                if (!refused || !inWords || !problem.path("code").asString("").matches(file.code())) {
                    wrong.add(door + " " + name + " → " + answer.getStatus() + " " + problem.path("code") + " not "
                            + file.code());
                }
                if (used > MOST_ALLOCATED) {
                    wrong.add(door + " " + name + " took " + (used >> 20) + " MB");
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).as("audit lines, previews, pictures, editions").isEqualTo(before);
    }

    @Test
    void a_picture_that_is_also_something_else_goes_out_as_a_picture_only() throws Exception {
        MockHttpServletResponse kept = send(PICTURES, "夹带.jpg", HostileFiles.polyglot());
        assertThat(kept.getStatus()).isEqualTo(200);
        String id = problem(kept).get("id").asString();
        for (String path : List.of("/api/media/" + id, "/api/media/" + id + "/thumbnail")) {
            MockHttpServletResponse shown = web.perform(
                            MockMvcRequestBuilders.get(path).with(TestUsers.as(user)))
                    .andReturn()
                    .getResponse();
            String bytes = new String(shown.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
            assertThat(bytes).startsWith("ÿØÿ").doesNotContain("polyglot", "script", "PK", "Exif", "2026:11:01");
            assertThat(shown.getContentType()).isEqualTo("image/jpeg");
            assertThat(shown.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void names_of_uploads_lose_their_path_and_what_can_not_be_seen() {
        assertThat(SafeFileName.ofUpload("..\\..\\windows\\点位.xlsx")).isEqualTo("点位.xlsx");
        assertThat(SafeFileName.ofUpload("/etc/passwd")).isEqualTo("passwd");
        assertThat(SafeFileName.ofUpload("点位\u0000\r\n.xlsx")).isEqualTo("点位.xlsx");
        assertThat(SafeFileName.ofUpload("a\u202Excod.exe")).isEqualTo("axcod.exe");
        assertThat(SafeFileName.ofUpload("CON.xlsx")).isEqualTo("_CON.xlsx");
        assertThat(SafeFileName.ofUpload("..")).isEqualTo("文件");
        assertThat(SafeFileName.ofUpload("长".repeat(500) + ".xlsx"))
                .hasSize(120)
                .endsWith("长.xlsx");
        assertThat(SafeFileName.ofDownload("一季度/测评: \"甲\".xlsx")).isEqualTo("一季度_测评_ _甲_.xlsx");
    }

    private List<Integer> rows() {
        return List.of("audit_line", "import_preview", "picture", "edition", "site", "unit", "duty", "case_file")
                .stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }

    private MockHttpServletResponse send(String path, String name, byte[] bytes) {
        try {
            return web.perform(MockMvcRequestBuilders.multipart(path.replace("{id}", edition))
                            .file(new MockMultipartFile("file", "../" + name + "\u0000.xlsx", null, bytes))
                            .with(TestUsers.as(user)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path + " " + name, e);
        }
    }

    private static JsonNode problem(MockHttpServletResponse answer) {
        try {
            String body = answer.getContentAsString(StandardCharsets.UTF_8);
            return body.startsWith("{")
                    ? JsonMapper.shared().readTree(body)
                    : JsonMapper.shared().nullNode();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
