package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that break off in mid-upload, before or in the answer leave nothing behind and disturb nobody.
 *
 * <p>{@code -Dcivitas.rounds=1000} is what {@code bin/bench abort} asks for; {@code -Dcivitas.seed=…} repeats a run.
 */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class CutOffClientsTest {

    private static final int ROUNDS =
            Integer.getInteger("civitas.rounds", Boolean.getBoolean("civitas.long") ? 100 : 20);

    @Test
    void clients_that_break_off_leave_nothing_behind_and_disturb_nobody(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("civitas.seed", new Random().nextLong());
        try (PackagedApp app = PackagedApp.start(folder.resolve("data"), true)) {
            CutRounds.Tally tally = new CutRounds(app, seed).run(ROUNDS);

            System.out.printf("abort.rounds %d rounds @9839%n", tally.rounds());
            System.out.printf("abort.leaked %d things @9839%n", tally.leaked().size());
            System.out.printf("abort.faults %d faults @9839%n", tally.faults().size());
            assertThat(tally.leaked()).as("leaked, seed " + seed).isEmpty();
            assertThat(tally.faults()).as("faults, seed " + seed).isEmpty();
            assertThat(tally.others())
                    .as("requests of another client meanwhile")
                    .isGreaterThan(5);
        }
    }
}
