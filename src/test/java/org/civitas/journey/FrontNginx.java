package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The nginx of {@code deploy/}, as it is there but for ports, certificate and logs, in front of two nodes. */
final class FrontNginx implements AutoCloseable {

    private static final char[] SECRET = "changeit".toCharArray();

    private final Path folder;
    private final int port = freePort();
    private final Process process;
    private final SSLContext trust;

    private FrontNginx(Path folder, String a, String b) throws Exception {
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        this.trust = certificate();
        Files.writeString(this.folder.resolve("site.conf"), site(a, b));
        Files.writeString(this.folder.resolve("nginx.conf"), main());
        check();
        process = command("-g", "daemon off;").start();
        awaitPort();
    }

    static FrontNginx start(Path folder, String a, String b) throws Exception {
        return new FrontNginx(folder, a, b);
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    SSLContext trust() {
        return trust;
    }

    /** One line a request: method, path, status, addresses of the nodes that were asked. */
    List<String> requests() throws IOException {
        return Files.readAllLines(folder.resolve("access.log"));
    }

    Path certificateFile() {
        return folder.resolve("fullchain.pem");
    }

    private String site(String a, String b) throws IOException {
        String conf = Files.readString(Path.of("deploy/nginx/civitas.conf"))
                .replace("10.0.0.11:8080", URI.create(a).getAuthority())
                .replace("10.0.0.12:8080", URI.create(b).getAuthority())
                .replace("/etc/civitas/tls", folder.toString())
                .replace("[::]:443", "[::1]:" + port)
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("listen [::]:80;", "")
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";");
        return Files.exists(Path.of("/proc/net/if_inet6")) && hasLoopback6()
                ? conf
                : conf.replaceAll("listen \\[::1].*;", "");
    }

    private static boolean hasLoopback6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    private String main() {
        return """
                %s
                pid %2$s/nginx.pid;
                error_log %2$s/error.log;
                worker_processes 1;
                events { worker_connections 256; }
                http {
                    log_format nodes '$request_method $uri $status $upstream_addr';
                    access_log %2$s/access.log nodes;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    include %2$s/site.conf;
                }
                """.formatted("root".equals(System.getProperty("user.name")) ? "user root;" : "", folder);
    }

    private ProcessBuilder command(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(
                "/usr/sbin/nginx",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
    }

    private void check() throws Exception {
        if (command("-t").start().waitFor() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("said.txt")));
        }
    }

    private SSLContext certificate() throws Exception {
        Path file = folder.resolve("key.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "nginx",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(SECRET),
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "3")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (made.waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance(file.toFile(), SECRET);
        pem("fullchain.pem", "CERTIFICATE", keys.getCertificate("nginx").getEncoded());
        pem("privkey.pem", "PRIVATE KEY", keys.getKey("nginx", SECRET).getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("nginx", keys.getCertificate("nginx"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void pem(String name, String kind, byte[] bytes) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(bytes) + "\n-----END " + kind
                        + "-----\n");
    }

    private void awaitPort() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IllegalStateException("nginx does not listen");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
