package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of writing and started again: what it acknowledged is there. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class KilledAndStartedAgainTest {

    private static final String PASSWORD = "Kill-nine-9";
    private static final int ROUNDS = Boolean.getBoolean("civitas.long") ? 6 : 2;

    @Test
    void every_acknowledged_write_is_there_after_kill_9(@TempDir Path folder) throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Path data = Files.createDirectories(folder.resolve("data"));
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (PackagedApp app = PackagedApp.start(data, false)) {
            try (ApiClient first = new ApiClient(app)) {
                assertThat(first.post(
                                        "/api/setup",
                                        Map.of(
                                                "cityCode",
                                                "980100",
                                                "cityName",
                                                "强杀市",
                                                "account",
                                                "admin",
                                                "name",
                                                "管理员",
                                                "password",
                                                PASSWORD))
                                .status())
                        .isEqualTo(200);
            }
            for (int round = 0; round < ROUNDS; round++) {
                writeUntilKilled(app, round, acknowledged, random);
                app.restart();
                assertThat(stored(app)).as("seed " + seed + ", round " + round).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).as("seed " + seed).isNotEmpty();
    }

    private static void writeUntilKilled(PackagedApp app, int round, Queue<String> acknowledged, Random random)
            throws InterruptedException {
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            for (int writer = 0; writer < 2; writer++) {
                String prefix = "r" + round + "w" + writer + "n";
                writers.submit(() -> write(app, prefix, acknowledged));
            }
            while (acknowledged.size() < (round + 1) * 6) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300)));
            app.kill();
        }
    }

    private static void write(PackagedApp app, String prefix, Queue<String> acknowledged) {
        try (ApiClient client = new ApiClient(app).signIn("admin", PASSWORD)) {
            for (int n = 0; n < 10_000; n++) {
                ApiClient.Answer answer = client.post(
                        "/api/accounts",
                        Map.of(
                                "login",
                                prefix + n,
                                "name",
                                "测试",
                                "password",
                                "Some-pass-1",
                                "roles",
                                List.of("INSPECTOR"),
                                "scopeKind",
                                "CITY",
                                "areaCode",
                                "9801"));
                if (answer.status() == 200) {
                    acknowledged.add(prefix + n);
                }
            }
        } catch (UncheckedIOException killed) {
            // expected: the server is gone in mid-request, and what it did not acknowledge does not count
        }
    }

    private static Set<String> stored(PackagedApp app) {
        try (ApiClient client = new ApiClient(app).signIn("admin", PASSWORD)) {
            var logins = new TreeSet<String>();
            String after = "";
            while (true) {
                ApiClient.Answer page = client.get("/api/accounts?limit=200&after=" + after);
                page.body()
                        .get("items")
                        .forEach(item -> logins.add(item.get("login").asString()));
                if (page.body().get("next") == null || page.body().get("next").isNull()) {
                    return logins;
                }
                after = page.body().get("next").asString();
            }
        }
    }
}
