package org.civitas.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Rounds of: clients write, something is killed with signal 9 at a random moment, it comes back, what was acknowledged is
 * counted. The same for {@code bin/test}, {@code bin/test --long} and {@code bin/bench kill}.
 */
final class KillRounds {

    /** What is killed; the first rounds go through all of them, later ones draw. */
    enum Victim {
        PROGRAM,
        POSTMASTER,
        BACKEND,
        PROGRAM_AND_POSTMASTER
    }

    /** What all rounds together found. */
    record Tally(
            int rounds,
            int acknowledged,
            int cases,
            List<String> lost,
            List<String> doubled,
            List<String> half,
            List<String> faults) {}

    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);
    private static final Duration WRITING_ON = Duration.ofMillis(400);
    private static final int ACKNOWLEDGED_FIRST = 8;

    private final PackagedApp app;
    private final Path data;
    private final Random random;
    private final WriteLedger ledger = new WriteLedger();

    KillRounds(PackagedApp app, Path data, long seed) {
        this.app = app;
        this.data = data;
        this.random = new Random(seed);
    }

    Tally run(int rounds) throws Exception {
        StoredWrites.Faults found = new StoredWrites.Faults(List.of(), List.of(), List.of());
        int cases = 0;
        for (int round = 0; round < rounds; round++) {
            Victim[] victims = Victim.values();
            Victim victim = victims[round < victims.length ? round : random.nextInt(victims.length)];
            long begin = System.nanoTime();
            writeAndKill(victim);
            try (StoredWrites stored = new StoredWrites(data)) {
                found = stored.against(ledger);
                cases = stored.cases();
            }
            System.out.printf(
                    "kill round %d/%d %s: %d acknowledged in all, %d lost, %d doubled, %d half, %.1f s%n",
                    round + 1,
                    rounds,
                    victim,
                    ledger.acknowledged(),
                    found.lost().size(),
                    found.doubled().size(),
                    found.half().size(),
                    (System.nanoTime() - begin) / 1e9);
            if (!(found.lost().isEmpty()
                    && found.doubled().isEmpty()
                    && found.half().isEmpty())) {
                return tally(round + 1, cases, found);
            }
        }
        return tally(rounds, cases, found);
    }

    private Tally tally(int rounds, int cases, StoredWrites.Faults found) {
        return new Tally(
                rounds, ledger.acknowledged(), cases, found.lost(), found.doubled(), found.half(), ledger.faults());
    }

    private void writeAndKill(Victim victim) throws Exception {
        var goesOn = new AtomicBoolean(true);
        List<WritingClient> clients = WritingClients.of(app, ledger, random.nextLong(), goesOn::get);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients.size())) {
            int before = ledger.acknowledged();
            clients.forEach(pool::submit);
            awaitWriting(before);
            LockSupport.parkNanos(random.nextLong(LONGEST_WAIT.toNanos()));
            kill(victim);
            app.awaitReady();
            LockSupport.parkNanos(WRITING_ON.toNanos());
            goesOn.set(false);
            pool.shutdown();
            if (!pool.awaitTermination(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the clients did not come to their end");
            }
        } finally {
            goesOn.set(false);
            clients.forEach(client -> client.api.close());
        }
    }

    private void awaitWriting(int before) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ledger.acknowledged() < before + ACKNOWLEDGED_FIRST) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("nothing is written: " + ledger.faults());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void kill(Victim victim) throws IOException, SQLException {
        switch (victim) {
            case PROGRAM -> {
                app.kill();
                app.relaunch();
            }
            case POSTMASTER -> endHard(postmaster());
            case BACKEND -> {
                List<Long> backends = backends();
                endHard(backends.get(random.nextInt(backends.size())));
            }
            case PROGRAM_AND_POSTMASTER -> {
                long postmaster = postmaster();
                app.kill();
                endHard(postmaster);
                app.relaunch();
            }
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
    }

    private List<Long> backends() throws IOException {
        var found = new ArrayList<Long>();
        for (ProcessHandle child :
                ProcessHandle.of(postmaster()).orElseThrow().children().toList()) {
            Path line = Path.of("/proc", Long.toString(child.pid()), "cmdline");
            if (Files.exists(line) && Files.readString(line).startsWith("postgres: civitas")) {
                found.add(child.pid());
            }
        }
        return found;
    }

    private static void endHard(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
