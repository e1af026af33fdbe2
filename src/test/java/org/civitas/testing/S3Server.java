package org.civitas.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A real S3 server, s3proxy on a folder, as a process of its own; its buckets are sub-folders. */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "civitas-test";
    public static final String SECRET_KEY = "civitas-secret";
    private static final Path LIBRARIES = Path.of("target/s3proxy");

    private final Path folder;
    private final int port;
    private final Process process;

    private S3Server(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        Path settings = Files.createDirectories(folder).resolve("s3proxy.properties");
        Files.createDirectories(folder.resolve("buckets"));
        Files.writeString(settings, """
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.endpoint=%s
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(endpoint(), ACCESS_KEY, SECRET_KEY, folder.resolve("buckets")));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        LIBRARIES.toAbsolutePath() + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Starts a server on {@code folder} with the given buckets and waits until it answers. */
    public static S3Server start(Path folder, String... buckets) throws IOException {
        resolve();
        var server = new S3Server(folder.toAbsolutePath());
        for (String bucket : buckets) {
            Files.createDirectories(server.folderOf(bucket));
        }
        server.awaitAnswer();
        return server;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the objects of a bucket lie as files. */
    public Path folderOf(String bucket) {
        return folder.resolve("buckets").resolve(bucket);
    }

    /** The settings of a program that keeps its files here. */
    public Map<String, String> environment(String bucket) {
        return Map.of(
                "CIVITAS_S3_ENDPOINT",
                endpoint().toString(),
                "CIVITAS_S3_BUCKET",
                bucket,
                "CIVITAS_S3_ACCESS_KEY",
                ACCESS_KEY,
                "CIVITAS_S3_SECRET_KEY",
                SECRET_KEY);
    }

    /** The libraries come from Maven Central once; {@code bin/test} fetches them beforehand. */
    private static synchronized void resolve() throws IOException {
        if (Files.exists(LIBRARIES.resolve(".complete"))) {
            return;
        }
        Process maven = new ProcessBuilder(List.of(
                        "mvn", "-B", "-ntp", "-q", "-f", "src/test/s3proxy/pom.xml", "dependency:copy-dependencies"))
                .inheritIO()
                .start();
        try {
            if (maven.waitFor() != 0) {
                throw new IllegalStateException("s3proxy could not be fetched");
            }
            Files.createFile(LIBRARIES.resolve(".complete"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("s3proxy does not answer");
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) endpoint().toURL().openConnection();
            return connection.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
