package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the program wrote to its log while all the journeys walked through it. Stands at the end of the run (see
 * junit-platform.properties); every other program of the journeys is looked at when it is closed.
 */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
@Order(Integer.MAX_VALUE)
class LogOfTheProgramTest {

    private static final String PHONE = "13905261234";
    private static final String LAND_LINE = "0592-5661234";
    private static final String PASSWORD = "Quiet-river-77";

    @Test
    void it_tells_nobodys_number_name_password_session_or_key_and_no_secret_plan() throws IOException {
        JourneyServer server = JourneyServer.shared();
        Path log = server.log();
        assumeTrue(log != null, "the program was started by somebody else, who has its log");
        var never = new ArrayList<String>(List.of(PHONE, LAND_LINE, PASSWORD));
        never.addAll(server.api().persons());
        never.addAll(server.api().secretPlans());
        never.add(Files.readString(log.resolveSibling("journey-data").resolve("secret.key"))
                .strip());
        assertThat(never).as("persons and secret plans to look for").hasSizeGreaterThan(60);

        whateverGoesWrong(server.url(), never.get(3));

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).as("statements among what was logged").anyMatch(line -> line.contains("slow statement"));
        assertThat(ProgramLog.leaks(lines, never)).isEmpty();
    }

    /** What people type into the wrong place and send in a form that nobody expects. */
    private static void whateverGoesWrong(String url, String name) {
        try (ApiClient stranger = new ApiClient(url);
                ApiClient office = new ApiClient(url).signIn("office1", "yunchuan2026")) {
            stranger.post("/api/session", Map.of("account", PHONE, "password", PASSWORD));
            stranger.post("/api/session", Map.of("account", name, "pass", PASSWORD));
            for (String path : List.of("/api/cases", "/api/sites", "/api/inspection-plans", "/api/visits")) {
                office.post(path, Map.of("name", name, "phone", PHONE, "words", LAND_LINE));
                office.get(path + "?q=" + PHONE + "&limit=" + PHONE + "&after=" + PASSWORD);
                office.get(path + "/" + PHONE);
            }
            office.upload(
                    "/api/sites/imports/previews",
                    PHONE + ".xlsx",
                    "application/octet-stream",
                    PHONE.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void each_kind_of_line_that_must_not_stand_there_is_found() {
        String token = "cookie-of-somebody-4711";
        ProgramLog.neverTell(token, PASSWORD);
        List<String> planted = List.of(
                "01:02:03 WARN  web o.c.Site contact " + PHONE,
                "01:02:03 WARN  web o.c.Site contact +86 " + PHONE + "，请回电",
                "01:02:03 WARN  web o.c.Site contact " + LAND_LINE,
                "01:02:03 WARN  web o.c.Site person 11010519900307123X",
                "01:02:03 WARN  web o.c.Web headers Cookie: CIVITAS_SESSION=abcdefghijklmnop",
                "01:02:03 WARN  web o.c.Web session " + token,
                "01:02:03 WARN  web o.c.LogIn tried " + PASSWORD,
                "01:02:03 WARN  web o.c.LogIn {\"account\":\"x\",\"password\":\"river\"}",
                "01:02:03 WARN  web o.c.Factor JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                "01:02:03 WARN  web o.c.Name 欧阳文静 signed in",
                "01:02:03 WARN  web o.c.Plan 十字街暗访 started");
        for (String line : planted) {
            assertThat(ProgramLog.leaks(List.of(line), List.of("欧阳文静", "十字街暗访")))
                    .as(line)
                    .isNotEmpty();
        }
        assertThat(ProgramLog.leaks(
                        List.of(
                                "01:02:03 WARN  0198f2d1-13905 o.c.Slow slow statement 1390 ms: select phone from x where id = ?",
                                "01:02:03 INFO  web o.c.Work 019aa733-1390-7526-1234-139052612345 done",
                                "01:02:03 INFO  web o.c.Start update account set password = ? where id = ?"),
                        List.of("欧阳文静")))
                .isEmpty();
    }
}
