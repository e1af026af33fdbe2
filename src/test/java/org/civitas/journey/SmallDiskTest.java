package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a disk of 760 MB that somebody fills to the brim and empties again. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class SmallDiskTest {

    private static final String PASSWORD = "Small-disk-2026";
    private static final int BLOCK = 1 << 20;

    @Test
    void a_full_disk_refuses_writes_keeps_reading_and_recovers_by_itself(@TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=760m", "tmpfs", disk.toString());
        System.out.println(
                mounted
                        ? "small disk: a file system of 760 MB was mounted"
                        : "small disk: none can be mounted here; the free space is told by the test (SpaceTest) only");
        assumeTrue(mounted, "no file system can be mounted here");
        try (PackagedApp app = PackagedApp.start(
                disk.resolve("data"),
                false,
                Map.of("CIVITAS_SPACE_LOWWATERMB", "150", "CIVITAS_SPACE_RESERVEMB", "64"))) {
            fillAndEmpty(app, disk);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static void fillAndEmpty(PackagedApp app, Path disk) throws IOException {
        try (ApiClient user = new ApiClient(app)) {
            assertThat(user.post(
                                    "/api/setup",
                                    Map.of(
                                            "cityCode", "980100",
                                            "cityName", "小盘市",
                                            "account", "admin",
                                            "name", "管理员",
                                            "password", PASSWORD))
                            .status())
                    .isEqualTo(200);
            user.signIn("admin", PASSWORD);
            await(() -> Files.exists(app.data().resolve("space.reserve")));
            assertThat(write(user).status()).isNotEqualTo(507);

            fill(disk.resolve("filler"), 600);
            await(() -> write(user).status() == 507);
            assertThat(app.data().resolve("space.reserve")).doesNotExist();
            assertThat(user.get("/api/areas/tree").status()).isEqualTo(200);

            fill(disk.resolve("to-the-brim"), 1_000);
            for (int i = 0; i < 20; i++) {
                user.post("/api/session", Map.of("account", "admin", "password", PASSWORD));
            }
            Files.delete(disk.resolve("to-the-brim"));
            Files.delete(disk.resolve("filler"));
            await(() -> write(user).status() < 500);
            await(() -> user.get("/api/areas/tree").status() == 200);
            await(() -> Files.exists(app.data().resolve("space.reserve")));
        }
    }

    /** A write that is refused for its content when it is not refused for want of room. */
    private static ApiClient.Answer write(ApiClient user) {
        return user.post("/api/areas/imports", Map.of("cityCode", "000000"));
    }

    /** Writes until the disk is full, at most {@code megabytes}. */
    private static void fill(Path file, int megabytes) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
    }

    private static void await(BooleanSupplier reached) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(limit);
            LockSupport.parkNanos(200_000_000L);
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
