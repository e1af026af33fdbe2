package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An outside program runs the main loop over the documented interface, in a real city with 1,200 sites from a workbook. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class LoopScriptTest {

    @Test
    void the_script_of_the_documents_runs_the_whole_loop_in_an_empty_city(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said.txt");
        try (PackagedApp app = PackagedApp.start(folder.resolve("data"), false)) {
            Process script = new ProcessBuilder(
                            "node", "docs/loop/loop.mjs", app.url(""), "--sites=1200", "--out=" + folder)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(script.waitFor(10, TimeUnit.MINUTES))
                    .as("the script ended")
                    .isTrue();
            assertThat(script.exitValue()).as(Files.readString(said)).isZero();
        }
        assertThat(Files.readString(said)).contains("宿迁市", "6 个区县", "1440 个社区", "导入点位 1200 个");
    }
}
