package org.civitas.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the program answers to those who do not speak as browsers do: byte by byte over the wire. */
@EnabledIfSystemProperty(named = "civitas.journey", matches = "true")
class OpenDoorsTest {

    private static final int PATIENCE_MILLIS = 40_000;

    private final URI url = URI.create(JourneyServer.shared().url());

    private Socket knock() throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private String say(String request) throws IOException {
        try (Socket socket = knock()) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedWhileWeSpoke) {
                // the answer, if there is one, says why
            }
            return hear(socket.getInputStream());
        }
    }

    private static String hear(InputStream in) {
        StringBuilder heard = new StringBuilder();
        try {
            for (int one = in.read(); one >= 0; one = in.read()) {
                heard.append((char) one);
            }
        } catch (SocketTimeoutException still) {
            return heard + " (still open)";
        } catch (IOException closed) {
            return heard.toString();
        }
        return heard.toString();
    }

    private String ask(String verb, String path, String headers) throws IOException {
        return say(verb + " " + path + " HTTP/1.1\r\nHost: civitas.test\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @Test
    void what_is_sent_is_not_echoed_and_nobody_says_which_server_it_is() throws IOException {
        for (String verb : List.of("TRACE", "TRACK", "OPTIONS", "PROPFIND", "GET", "NONSENSE")) {
            String answer = ask(verb, "/api/units", "X-Echo: tell-tale\r\n");
            assertThat(answer).as(verb).matches("(?s)HTTP/1\\.1 (4\\d\\d|200|501) .*");
            assertThat(answer.toLowerCase())
                    .doesNotContain("tell-tale", "\nserver:", "tomcat", "x-powered-by", "at org.");
        }
    }

    @Test
    void nonsense_and_smuggling_are_refused_without_a_word_about_the_inside() throws IOException {
        for (String request : List.of(
                "GARBAGE\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "h".repeat(40_000) + "\r\n\r\n",
                "GET /api/setup HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
                "POST /api/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")) {
            String answer = say(request);
            assertThat(answer).doesNotContain("still open").doesNotMatch("(?s)HTTP/1\\.1 (2|500).*");
            assertThat(answer.toLowerCase())
                    .doesNotContain(
                            "tomcat", "exception", "at org.", "root:", "http status", "bad request", "lang=\"en\"");
        }
    }

    @Test
    void clients_that_break_off_in_the_middle_of_what_they_send_are_no_fault_of_ours() throws IOException {
        try (ApiClient office = new ApiClient(url.toString()).signIn("office1", "yunchuan2026")) {
            String headers = "Host: a\r\nCookie: " + office.cookies() + "\r\nX-XSRF-TOKEN: " + office.token()
                    + "\r\nContent-Type: ";
            String json = headers + "application/json\r\n";
            for (String path : List.of("/api/cases", "/api/visits", "/api/session", "/api/no-such-thing")) {
                String post = "POST " + path + " HTTP/1.1\r\n" + json;
                breakOff(post + "Content-Length: 1000\r\n\r\n{\"description\":\"沿街");
                breakOff(post + "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"description\":\"沿街");
                breakOff(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}");
            }
            breakOff("POST /api/media HTTP/1.1\r\n" + headers
                    + "multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\nContent-Disposition: form-data;"
                    + " name=\"file\"; filename=\"a.jpg\"\r\n\r\nxx");
            assertThat(office.get("/api/session").status()).isEqualTo(200);
        }
        try (ApiClient admin = new ApiClient(url.toString()).signIn("admin", "yunchuan2026")) {
            assertThat(ask("GET", "/api/metrics", "Cookie: " + admin.cookies() + "\r\n"))
                    .contains("http_server_requests_seconds_count")
                    .doesNotContain("status=\"500\"");
        }
        Path log = JourneyServer.shared().log();
        if (log != null) {
            assertThat(Files.readAllLines(log)).noneMatch(line -> line.contains(" ERROR ") || line.startsWith("\tat "));
        }
    }

    /** Closes its side and listens to the end; then the same again with a reset. */
    private void breakOff(String half) throws IOException {
        try (Socket socket = knock()) {
            socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(hear(socket.getInputStream()))
                    .doesNotContain("still open")
                    .doesNotContain("HTTP/1.1 5");
        }
        try (Socket socket = knock()) {
            socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            socket.setSoLinger(true, 0);
        }
    }

    @Test
    void only_a_trusted_proxy_is_believed_about_the_encrypted_connection() throws IOException {
        String plain = ask("GET", "/api/setup", "");
        String proxied = ask("GET", "/api/setup", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n");
        assertThat(plain)
                .contains("XSRF-TOKEN=", "SameSite=Strict")
                .doesNotContain("Strict-Transport-Security", "Secure");
        assertThat(proxied).contains("XSRF-TOKEN=", "Strict-Transport-Security: max-age=31536000", "; Secure");
    }

    @Test
    void a_large_body_in_chunks_and_a_form_of_many_parts_are_refused_in_words() throws IOException {
        String token = ask("GET", "/api/setup", "").replaceAll("(?s).*XSRF-TOKEN=([^;]*);.*", "$1");
        String guards = "Cookie: XSRF-TOKEN=" + token + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
        String chunk = "{" + " ".repeat(1_200_000);
        assertThat(ask(
                        "POST",
                        "/api/session",
                        guards + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("body.too-large");
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            parts.append("--b\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\nx\r\n");
        }
        parts.append("--b--\r\n");
        String form = ask(
                "POST",
                "/api/media",
                guards + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + parts.length()
                        + "\r\n\r\n" + parts);
        assertThat(form).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
    }

    @Test
    void clients_that_never_finish_speaking_are_let_go_and_hold_up_nobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = knock();
                socket.getOutputStream()
                        .write("GET /api/health HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(ask("GET", "/api/health", "")).startsWith("HTTP/1.1 200");
            assertThat(hear(slow.getFirst().getInputStream())).doesNotContain("still open");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
