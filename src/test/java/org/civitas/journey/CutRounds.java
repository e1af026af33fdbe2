package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients break off: after every kilobyte of an upload, between request and answer, in the middle of an answer, or never
 * come to the point. Afterwards the program holds nothing more than before, and nobody else met a fault. The same for
 * {@code bin/test}, {@code bin/test --long} and {@code bin/bench abort}.
 */
final class CutRounds {

    /** @param leaked what is held that was not held before; @param faults what others met, and faults in the log */
    record Tally(int rounds, int others, List<String> leaked, List<String> faults) {}

    private static final Duration CALM = Duration.ofSeconds(40);
    private static final int SPARE_THREADS = 12;
    private static final int SPARE_DESCRIPTORS = 12;
    private static final int SLOW_ONES = 10;
    private static final int LEAST_OTHERS = 20;

    private final PackagedApp app;
    private final Random random;
    private final ApiClient office;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<CutSocket> slow = new ArrayList<>();
    private volatile int others;

    CutRounds(PackagedApp app, long seed) {
        this.app = app;
        this.random = new Random(seed);
        this.office = WritingClients.as(app, "office5");
    }

    Tally run(int rounds) throws Exception {
        byte[] picture = CutSocket.upload(office, "/api/media", "现场.png", "image/png", noise(96));
        byte[] book = CutSocket.upload(office, "/api/sites/imports/previews", "点位.xlsx", "application/zip", noise(400));
        for (int warm = 0; warm < 5; warm++) {
            cut(warm, picture, book);
        }
        int logged = app.faultsLogged().size();
        try (RunningFigures figures = new RunningFigures(app)) {
            RunningFigures.Held before = calm(figures, null);
            var goesOn = new AtomicBoolean(true);
            Thread other = Thread.ofPlatform().start(() -> workAsOthers(goesOn));
            for (int round = 0; round < rounds; round++) {
                if (round % Math.max(1, rounds / SLOW_ONES) == 0) {
                    slow.add(slowly(picture));
                }
                cut(round, picture, book);
            }
            awaitOthers();
            goesOn.set(false);
            other.join(Duration.ofMinutes(1));
            for (CutSocket one : slow) {
                one.cut();
            }
            RunningFigures.Held after = calm(figures, before);
            List<String> inLog = app.faultsLogged();
            faults.addAll(inLog.subList(logged, inLog.size()));
            return new Tally(rounds, others, leaked(before, after), List.copyOf(faults));
        } finally {
            office.close();
        }
    }

    private void cut(int round, byte[] picture, byte[] book) throws IOException {
        switch (round % 5) {
            case 0, 1 -> cutUpload(picture, round);
            case 2 -> cutUpload(book, round);
            case 3 -> cutBeforeAnswer();
            default -> cutInAnswer();
        }
    }

    /** Each round a kilobyte further, over all of the upload. */
    private void cutUpload(byte[] upload, int round) throws IOException {
        int kilobytes = upload.length / 1024 + 1;
        int upTo = Math.min(upload.length - 1, (1 + (round * 7 + random.nextInt(7)) % kilobytes) * 1024);
        try (CutSocket socket = new CutSocket(app.port())) {
            socket.send(upload, 0, upTo);
            socket.cut();
        }
    }

    private void cutBeforeAnswer() throws IOException {
        String json = "{\"requestId\":\"" + UUID.randomUUID() + "\",\"typeCode\":\"L030\",\"areaCode\":\"990101\","
                + "\"description\":\"断线演练\"}";
        byte[] request = CutSocket.post(office, "/api/cases", json);
        try (CutSocket socket = new CutSocket(app.port())) {
            socket.send(request, 0, request.length);
            LockSupport.parkNanos(random.nextInt(20_000_000));
            socket.cut();
        }
    }

    private void cutInAnswer() throws IOException {
        byte[] request =
                CutSocket.get(office, random.nextBoolean() ? "/api/cases/export?q=%E6%96%AD" : "/api/cases?limit=200");
        try (CutSocket socket = new CutSocket(app.port())) {
            socket.send(request, 0, request.length);
            socket.read(random.nextInt(3_000));
            socket.cut();
        }
    }

    /** Begins an upload and sends no more: the server must not wait for it with anything in hand. */
    private CutSocket slowly(byte[] upload) throws IOException {
        CutSocket socket = new CutSocket(app.port());
        socket.send(upload, 0, random.nextInt(2_000) + 1);
        return socket;
    }

    private void workAsOthers(AtomicBoolean goesOn) {
        try (ApiClient user = WritingClients.as(app, "office4")) {
            while (goesOn.get()) {
                met(user.get("/api/cases?limit=20"));
                met(user.post(
                        "/api/cases",
                        Map.of(
                                "requestId",
                                UUID.randomUUID().toString(),
                                "typeCode",
                                "L030",
                                "description",
                                "断线演练",
                                "areaCode",
                                "990101")));
                LockSupport.parkNanos(10_000_000);
            }
        } catch (UncheckedIOException e) {
            faults.add("another client was cut off: " + e.getMessage());
        }
    }

    /** The others go on until they have seen what the broken off ones did. */
    private void awaitOthers() {
        long limit = System.nanoTime() + CALM.toNanos();
        while (others < LEAST_OTHERS && faults.isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    private void met(ApiClient.Answer answer) {
        others++;
        if (answer.status() >= 500) {
            faults.add("another client was answered " + answer);
        }
    }

    /** Waits until nothing more is held than before, at most {@link #CALM}; answers what is held then. */
    private static RunningFigures.Held calm(
            RunningFigures figures, RunningFigures.@org.jspecify.annotations.Nullable Held before) throws Exception {
        long limit = System.nanoTime() + CALM.toNanos();
        while (true) {
            RunningFigures.Held now = figures.now();
            boolean still = before == null
                    ? now.connections() == 0 && now.transactions() == 0
                    : leaked(before, now).isEmpty();
            if (still || System.nanoTime() > limit) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static List<String> leaked(RunningFigures.Held before, RunningFigures.Held after) {
        var found = new ArrayList<String>();
        if (after.connections() > before.connections()) {
            found.add(after.connections() - before.connections() + " connections of the pool");
        }
        if (after.transactions() > 0) {
            found.add(after.transactions() + " open transactions");
        }
        if (after.threads() > before.threads() + SPARE_THREADS) {
            found.add(before.threads() + " threads became " + after.threads());
        }
        if (after.descriptors() > before.descriptors() + SPARE_DESCRIPTORS) {
            found.add(before.descriptors() + " open files became " + after.descriptors());
        }
        after.files().stream()
                .filter(file -> !before.files().contains(file))
                .forEach(file -> found.add("file " + file));
        return found;
    }

    private byte[] noise(int kilobytes) {
        byte[] bytes = new byte[kilobytes * 1024];
        random.nextBytes(bytes);
        return bytes;
    }
}
