package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged program as a process of its own, on a free port. */
final class PackagedApp implements AutoCloseable {

    private static final Path JAR = Path.of("target/app/civitas.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final boolean demo;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;
    private final int port;
    private final int watchPort;
    private final Path temporary;

    private PackagedApp(Path data, boolean demo, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        this.demo = demo;
        this.port = freePort();
        this.watchPort = freePort();
        this.temporary = data.resolveSibling(data.getFileName() + ".tmp").toAbsolutePath();
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.process = launch();
    }

    /** Starts the program on {@code data}, which is made if it is not there, and waits until it is ready. */
    static PackagedApp start(Path data, boolean demo) {
        return start(data, demo, Map.of());
    }

    /** The same with further environment variables. */
    static PackagedApp start(Path data, boolean demo, Map<String, String> environment) {
        var app = new PackagedApp(data, demo, environment);
        try {
            app.awaitReady();
            return app;
        } catch (RuntimeException notReady) {
            app.kill();
            throw notReady;
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Ends the program the hard way; its database is left behind as an orphan. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the process where it stands, its connections open, as a hung machine does. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int end = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (end != 0) {
                throw new IllegalStateException("no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it ends by itself; answers its code. */
    int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it goes on");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has said so far. */
    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same data and port, without waiting. */
    void relaunch() {
        process = launch();
    }

    /** Faults that the program wrote to its log, with the lines below each. */
    List<String> faultsLogged() throws IOException {
        var found = new java.util.ArrayList<String>();
        int follow = 0;
        for (String line : Files.readAllLines(log)) {
            if (line.contains(" ERROR ")) {
                follow = 60;
            }
            if (follow-- > 0 && (line.contains(" ERROR ") || line.contains("Exception") || line.contains("Caused"))) {
                found.add(line);
            }
        }
        return found;
    }

    /** Everything that it wrote since it was first started. */
    Path log() {
        return log;
    }

    Path data() {
        return data;
    }

    /** Where this program, and nobody else, puts its temporary files. */
    Path temporary() {
        return temporary;
    }

    int port() {
        return port;
    }

    /** Where its figures are told by JMX, to this machine only. */
    int watchPort() {
        return watchPort;
    }

    long pid() {
        return process.pid();
    }

    private Process launch() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run bin/archive after packaging");
        }
        try {
            Files.createDirectories(data);
            Files.createDirectories(temporary);
            var builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    archive(),
                    "-Xlog:disable",
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-Duser.timezone=Asia/Shanghai",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.io.tmpdir=" + temporary,
                    "-Dcom.sun.management.jmxremote.port=" + watchPort,
                    "-Dcom.sun.management.jmxremote.rmi.port=" + watchPort,
                    "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                    "-Dcom.sun.management.jmxremote.authenticate=false",
                    "-Dcom.sun.management.jmxremote.ssl=false",
                    "-Djava.rmi.server.hostname=127.0.0.1",
                    "-jar",
                    JAR.toString()));
            builder.environment().put("CIVITAS_PORT", Integer.toString(port));
            builder.environment().put("CIVITAS_DATA", data.toString());
            builder.environment().put("CIVITAS_DEMO", Boolean.toString(demo));
            builder.environment().putAll(environment);
            environment.forEach((name, value) -> {
                if (name.contains("KEY") || name.contains("PASSWORD") || name.contains("TOKEN")) {
                    ProgramLog.neverTell(value);
                }
            });
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code bin/archive} recorded for a quick start, as {@code bin/run} uses it. */
    private static String archive() {
        return Files.exists(JAR.resolveSibling("civitas.aot"))
                ? "-XX:AOTCache=target/app/civitas.aot"
                : "-XX:SharedArchiveFile=target/app/civitas.jsa";
    }

    /** Waits until it answers that it is up. */
    void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url("/api/health"))).build();
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (answers(client, request)) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            throw new IllegalStateException("not ready: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends it.
     *
     * @throws AssertionError when its log tells a person's number or a secret
     */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> leaks = ProgramLog.leaks(log, List.of());
        if (!leaks.isEmpty()) {
            throw new AssertionError("its log tells " + leaks);
        }
    }
}
