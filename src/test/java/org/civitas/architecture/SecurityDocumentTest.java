package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} claims nothing that can not be looked at. */
class SecurityDocumentTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern FILE = Pattern.compile("`((?:docs|bin|web|deploy)/[\\w./-]+|pom\\.xml)`");
    private static final Set<String> STATES = Set.of("已有", "部分", "未做", "部署方负责");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/security.md")).stream()
                .filter(line -> line.matches("\\| (V|8\\.).*"))
                .toList();
    }

    @Test
    void every_test_and_file_that_it_names_exists() throws IOException {
        String text = Files.readString(Path.of("docs/security.md"));
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(named(TEST, text)).isNotEmpty().isSubsetOf(tests);
        assertThat(named(FILE, text))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void every_line_has_a_state_and_what_is_there_is_shown_by_a_test_or_a_file() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(90).allSatisfy(row -> {
            String[] cells = row.split("\\|", -1);
            assertThat(cells).hasSize(6);
            assertThat(STATES).contains(cells[3].strip());
            if (cells[3].strip().equals("已有")) {
                assertThat(TEST.matcher(cells[4]).find()
                                || FILE.matcher(cells[4]).find())
                        .as(row)
                        .isTrue();
            }
        });
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
