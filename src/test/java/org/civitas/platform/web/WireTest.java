package org.civitas.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The server behind a real socket, with small limits: slow bodies, broken requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {

    private static final BodySettings SMALL =
            new BodySettings(Duration.ofMillis(300), 1_000, Duration.ofSeconds(2), 100_000);
    private static final int PATIENCE_MILLIS = 30_000;

    private WebServer server;

    /** Reads what is sent to /api/reading, refuses /api/refusing unread, fails at /api/failing. */
    private static final class Echo extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/api/refusing" -> response.sendError(403);
                case "/api/failing" -> throw new IllegalStateException("tell-tale");
                default -> {
                    int read = request.getInputStream().readAllBytes().length;
                    response.getWriter().print("read " + read);
                }
            }
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setBaseDirectory(folder.toFile());
        new ServerConfiguration().serverInTheWordsOfTheHouse(SMALL).customize(factory);
        server = factory.getWebServer(context -> {
            var echo = context.addServlet("echo", new Echo());
            echo.addMapping("/*");
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    private Socket knock() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Everything until the server closes. */
    private static String hear(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String say(String request) throws IOException {
        try (Socket socket = knock()) {
            write(socket, request);
            return hear(socket);
        }
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    @Test
    void a_body_that_trickles_is_ended_with_408_although_each_piece_comes_in_time() throws IOException {
        try (Socket socket = knock()) {
            write(socket, post("/api/reading", 1_000_000));
            assertThat(trickle(socket)).startsWith("HTTP/1.1 408").contains("request.too-slow", "传输太慢");
        }
    }

    @Test
    void chunks_that_trickle_are_ended_as_well() throws IOException {
        try (Socket socket = knock()) {
            write(socket, "POST /api/reading HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(trickle(socket, "1\r\nx\r\n")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void a_refused_request_has_its_answer_and_its_trickling_body_holds_nobody() throws IOException {
        try (Socket socket = knock()) {
            write(socket, post("/api/refusing", 90_000));
            assertThat(trickle(socket)).startsWith("HTTP/1.1 403").contains("access.denied");
        }
    }

    /** Sends a byte at a time until the server closes; answers what it said. */
    private static String trickle(Socket socket) throws IOException {
        return trickle(socket, "x");
    }

    private static String trickle(Socket socket, String piece) throws IOException {
        var heard = new StringBuilder();
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        socket.setSoTimeout(50);
        while (System.nanoTime() < deadline) {
            try {
                write(socket, piece);
            } catch (IOException closed) {
                return heard.toString();
            }
            try {
                byte[] some = new byte[4_096];
                int read = socket.getInputStream().read(some);
                if (read < 0) {
                    return heard.toString();
                }
                heard.append(new String(some, 0, read, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException notYet) {
                LockSupport.parkNanos(1_000_000);
            } catch (IOException closed) {
                return heard.toString();
            }
        }
        throw new AssertionError("still open after " + PATIENCE_MILLIS + " ms: " + heard);
    }

    @Test
    void a_body_that_comes_fast_enough_is_read_and_the_connection_goes_on() throws IOException {
        try (Socket socket = knock()) {
            for (int i = 0; i < 3; i++) {
                write(socket, post("/api/reading", 50_000) + "y".repeat(50_000));
                write(socket, post("/api/refusing", 50_000) + "y".repeat(50_000));
            }
            write(socket, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            List<String> answers = List.of(hear(socket).split("HTTP/1\\.1 "));
            assertThat(answers).hasSize(8);
            assertThat(answers.getLast()).contains("read 0");
        }
    }

    @Test
    void a_request_that_can_not_be_understood_is_answered_in_plain_chinese() throws IOException {
        for (String request : List.of(
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "h".repeat(40_000) + "\r\n\r\n",
                "GET /a%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /api/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")) {
            assertThat(say(request))
                    .as(request.lines().findFirst().orElseThrow())
                    .containsPattern("HTTP/1\\.1 (4\\d\\d|50[15])")
                    .contains("没有处理")
                    .doesNotContain("lang=\"en\"", "HTTP Status", "Tomcat", "hhhh");
        }
    }

    @Test
    void a_fault_behind_every_filter_is_answered_without_a_word_of_it() throws IOException {
        assertThat(say("GET /api/failing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 500")
                .contains("application/problem+json", "\"code\":\"internal\"", "系统出错")
                .doesNotContain("tell-tale", "IllegalState");
        assertThat(say("GET /api/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("request.invalid");
    }
}
