package org.civitas.standard.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.civitas.standard.EditionContent;
import org.civitas.standard.GeneratedEditions;
import org.civitas.standard.domain.EditionRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionRoundTripTest {

    private static final int EDITIONS = 300;

    @TempDir
    Path folder;

    @Test
    void any_sound_edition_comes_back_from_its_workbook_as_it_was() throws IOException {
        for (long seed = 1; seed <= EDITIONS; seed++) {
            EditionContent written = GeneratedEditions.of(seed);
            assertThat(EditionRule.check(written)).as("seed %d is sound", seed).isEmpty();
            Path file = folder.resolve("体系.xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                EditionWorkbook.write(written, out);
            }
            EditionWorkbook.Reading reading = EditionWorkbook.read(file);
            assertThat(reading.faults()).as("seed %d", seed).isEmpty();
            EditionContent read = reading.content();
            assertThat(read).as("seed %d", seed).isNotNull();
            assertThat(read.as(written.edition())).as("seed %d", seed).isEqualTo(written);
            assertThat(read.edition().name()).isEqualTo(written.edition().name());
            assertThat(read.edition().code()).isEqualTo(written.edition().code());
            assertThat(read.edition().note()).isEqualTo(written.edition().note());
        }
    }
}
