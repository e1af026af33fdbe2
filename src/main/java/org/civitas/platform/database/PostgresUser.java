package org.civitas.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * In whose name the PostgreSQL programs run: they refuse to run as root, which is what one is in a container.
 *
 * <p>An ordinary user runs them as himself. Root runs them inside a user name space of its own ({@code unshare -U}), where
 * files stay root's; where the kernel forbids that, as nobody ({@code setpriv}), to whom the cluster folder is given.
 */
final class PostgresUser {

    private static final String NOBODY = "65534";

    private final List<String> prefix;

    private PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser choose(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresUser(List.of());
        }
        if (works("unshare", "-U", "true")) {
            return new PostgresUser(List.of("unshare", "-U"));
        }
        if (works("chown", NOBODY + ":" + NOBODY, home.toString())) {
            return new PostgresUser(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        throw new StartFault("PostgreSQL 不能以 root 身份运行，本机也不允许切换身份。请用普通用户启动本程序。");
    }

    List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** A file with the secret that the user of the programs can read; the caller deletes it at once. */
    Path readable(Path file, String secret) throws IOException {
        Files.writeString(file, secret);
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(prefix.contains("setpriv") ? "rw-r--r--" : "rw-------"));
        return file;
    }

    private static boolean works(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
