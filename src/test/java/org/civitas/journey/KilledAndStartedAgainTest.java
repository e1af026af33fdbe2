package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, its database or one of the database's processes is killed in the middle of writing and comes back: what
 * was acknowledged is there exactly once, and nothing is there by halves.
 *
 * <p>{@code -Dcivitas.rounds=100} is what {@code bin/bench kill} asks for; {@code -Dcivitas.seed=…} repeats a run.
 */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class KilledAndStartedAgainTest {

    private static final int ROUNDS = Integer.getInteger("civitas.rounds", Boolean.getBoolean("civitas.long") ? 20 : 4);

    @Test
    void every_acknowledged_write_is_there_exactly_once_after_kill_9(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("civitas.seed", new Random().nextLong());
        Path data = folder.resolve("data");
        try (PackagedApp app = PackagedApp.start(data, true)) {
            KillRounds.Tally tally = new KillRounds(app, data, seed).run(ROUNDS);

            System.out.printf("kill.rounds %d rounds @%d%n", tally.rounds(), tally.cases());
            System.out.printf("kill.acknowledged %d writes @%d%n", tally.acknowledged(), tally.cases());
            System.out.printf("kill.lost %d writes @%d%n", tally.lost().size(), tally.cases());
            System.out.printf("kill.doubled %d writes @%d%n", tally.doubled().size(), tally.cases());
            System.out.printf("kill.half %d writes @%d%n", tally.half().size(), tally.cases());
            assertThat(tally.lost()).as("lost, seed " + seed).isEmpty();
            assertThat(tally.doubled()).as("doubled, seed " + seed).isEmpty();
            assertThat(tally.half()).as("half done, seed " + seed).isEmpty();
            if (!tally.faults().isEmpty()) {
                app.faultsLogged().forEach(System.out::println);
            }
            assertThat(tally.faults()).as("what clients met, seed " + seed).isEmpty();
            ProgramCommand audit = ProgramCommand.verifyAudit(data);
            assertThat(audit.end()).as(audit.said()).isZero();
            assertThat(tally.acknowledged()).isGreaterThan(ROUNDS * 8);
        }
    }
}
