package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The settings explained in {@code deploy/civitas.env} are those of the program, each with words before it. */
class DeployTest {

    private static final Path EXPLAINED = Path.of("deploy/civitas.env");
    private static final Pattern READ = Pattern.compile("\\$\\{(CIVITAS_[A-Z0-9_]+)");
    private static final Pattern SET = Pattern.compile("^#?(CIVITAS_[A-Z0-9_]+)=");

    @Test
    void every_setting_of_the_program_is_explained_and_no_other() throws IOException {
        Set<String> read = new TreeSet<>(Set.of("CIVITAS_HEAP"));
        for (Path file :
                List.of(Path.of("src/main/resources/application.yml"), Path.of("deploy/systemd/civitas.service"))) {
            read.addAll(READ.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet()));
        }
        assertThat(explained()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void each_group_of_settings_has_words_before_it() throws IOException {
        List<String> lines = Files.readAllLines(EXPLAINED);
        for (int at = 1; at < lines.size(); at++) {
            if (SET.matcher(lines.get(at)).find()) {
                assertThat(lines.get(at - 1)).as("before " + lines.get(at)).isNotBlank();
            }
        }
    }

    private static List<String> explained() throws IOException {
        return Files.readAllLines(EXPLAINED).stream()
                .map(SET::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }
}
