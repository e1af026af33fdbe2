package org.civitas.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's session, whose requests may go to any node: a cookie of one is sent to all of them. */
final class NodeSession implements AutoCloseable {

    /** Status, bytes and, where it is one, the JSON document of an answer. */
    record Answer(int status, byte[] bytes) {
        JsonNode json() {
            return JSON.readTree(bytes);
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "civitas-nodes-boundary";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    NodeSession(@Nullable SSLContext trust) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5));
        this.client =
                trust == null ? builder.build() : builder.sslContext(trust).build();
    }

    /** Another browser with the same cookies. */
    NodeSession copy() {
        var copy = new NodeSession(null);
        for (URI address : cookies.getCookieStore().getURIs()) {
            cookies.getCookieStore()
                    .get(address)
                    .forEach(cookie -> copy.cookies.getCookieStore().add(address, cookie));
        }
        return copy;
    }

    NodeSession signIn(String node, String account, String password) throws IOException {
        post(node, "/api/session", Map.of("account", account, "password", password));
        if (get(node, "/api/session").status() != 200) {
            throw new IllegalStateException(account + " was not let in");
        }
        ProgramLog.neverTell(password);
        ProgramLog.neverTell(cookies.getCookieStore().getCookies());
        return this;
    }

    Answer get(String node, String path) throws IOException {
        return send(request(node, path).GET());
    }

    Answer delete(String node, String path) throws IOException {
        return send(change(node, path).DELETE());
    }

    Answer post(String node, String path, Object body) throws IOException {
        return send(json(node, path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String node, String path, Object body) throws IOException {
        return send(json(node, path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer upload(String node, String path, String name, String type, byte[] file) throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(change(node, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofByteArray(tail))));
    }

    private HttpRequest.Builder json(String node, String path) throws IOException {
        return change(node, path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder change(String node, String path) throws IOException {
        if (token() == null) {
            get(node, "/api/setup");
        }
        return request(node, path).header("X-XSRF-TOKEN", String.valueOf(token()));
    }

    private static HttpRequest.Builder request(String node, String path) {
        return HttpRequest.newBuilder(URI.create(node + path)).timeout(Duration.ofSeconds(60));
    }

    private @Nullable String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
