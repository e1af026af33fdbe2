package org.civitas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Empties the tests' data folder before the application starts, but for the unpacked PostgreSQL programs.
 *
 * <p>{@code -Dcivitas.test.db=jdbc:postgresql://…/…} (with {@code .user} and {@code .password}) runs the tests against an
 * external server instead, whose database must be empty; {@code bin/postgres-versions} does so.
 */
final class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static boolean done;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("civitas.data"));
        try {
            empty(folder);
            useExternal(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void useExternal(ConfigurableApplicationContext context) {
        String url = System.getProperty("civitas.test.db");
        if (url != null) {
            TestPropertyValues.of(
                            "civitas.db-url=" + url,
                            "civitas.db-user=" + System.getProperty("civitas.test.db.user"),
                            "civitas.db-password=" + System.getProperty("civitas.test.db.password"))
                    .applyTo(context);
        }
    }

    private static synchronized void empty(Path folder) throws IOException {
        if (done) {
            return;
        }
        done = true;
        Path pid = folder.resolve("pg/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        FileSystemUtils.deleteRecursively(folder.resolve("pg"));
        FileSystemUtils.deleteRecursively(folder.resolve("pg.part"));
        FileSystemUtils.deleteRecursively(folder.resolve("files"));
        FileSystemUtils.deleteRecursively(folder.resolve("audit-heads"));
    }
}
