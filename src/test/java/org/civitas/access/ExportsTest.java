package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.civitas.access.TwoCities.Place;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Every file that goes out, found in the described interface: names that begin like a formula are text in it, nothing in it
 * starts or fetches anything, and a browser saves it instead of showing it.
 */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {

    private static final Pattern FILES =
            Pattern.compile(".*(/export|\\.xlsx|/workbook|/paper|/faulty-rows|/imports/template|/candidates)");
    private static final Pattern CELL =
            Pattern.compile("<c r=\"[A-Z]+\\d+\"(?: s=\"(\\d+)\")?([^>]*)>(.*?)</c>", Pattern.DOTALL);

    private TwoCities world;

    @BeforeAll
    void build(@Autowired ApplicationContext context) {
        world = TwoCities.shared(context);
    }

    private static List<Operation> files() {
        return Operation.all().stream()
                .filter(operation -> operation.verb() == HttpMethod.GET
                        && FILES.matcher(operation.path()).matches()
                        && !operation.path().equals("/api/inspection-plans/{id}/candidates")
                        && !operation.path().equals("/api/bulletins/{id}/candidates"))
                .toList();
    }

    private MockHttpServletResponse ask(Operation operation, Place place) {
        return world.ask(
                place.owner(),
                MockMvcRequestBuilders.get(operation.address(
                        p -> Objects.requireNonNull(place.ids.get(operation.upTo(p)), operation.upTo(p)))));
    }

    @Test
    void a_text_that_begins_like_a_formula_is_a_text_in_every_export() {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Operation operation : files()) {
            for (Place place : List.of(world.far, world.neighbour)) {
                MockHttpServletResponse answer = ask(operation, place);
                assertThat(answer.getStatus()).as(operation.name()).isEqualTo(200);
                for (Map.Entry<String, String> part : Parts.of(answer).entrySet()) {
                    String text = part.getValue();
                    if (part.getKey().startsWith("xl/worksheets/") && text.matches("(?s).*<f[ >].*")
                            || text.contains("<!DOCTYPE")
                            || text.contains("DDEAUTO")
                            || text.contains("TargetMode=\"External\"")) {
                        wrong.add(operation.name() + " " + part.getKey());
                    }
                    if (part.getKey().startsWith("xl/worksheets/")) {
                        seen += formulas(operation, text, wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("cells that begin like a formula").isGreaterThan(20);
    }

    /** Counts the cells that begin like a formula; each must be an inline text with a format of its own (text). */
    private static int formulas(Operation operation, String sheet, List<String> wrong) {
        int found = 0;
        Matcher cells = CELL.matcher(sheet);
        while (cells.find()) {
            String text = cells.group(3).replaceAll("<[^>]*>", "");
            if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.E-]+")) {
                found++;
                if (cells.group(1) == null || !cells.group(2).contains("inlineStr")) {
                    wrong.add(operation.name() + " " + cells.group());
                }
            }
        }
        return found;
    }

    @Test
    void every_file_is_saved_by_the_browser_and_not_guessed_at() {
        assertThat(files()).hasSizeGreaterThan(15).allSatisfy(operation -> {
            MockHttpServletResponse answer = ask(operation, world.far);
            assertThat(answer.getHeader("Content-Disposition"))
                    .as(operation.name())
                    .startsWith("attachment;")
                    .doesNotContain("..", "\n");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getContentType()).matches("application/vnd\\.openxmlformats-.*|text/plain;charset=UTF-8");
        });
    }
}
