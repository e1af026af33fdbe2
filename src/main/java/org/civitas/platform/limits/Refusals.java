package org.civitas.platform.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.MDC;

/** Problem documents written before any controller; the words hold nothing that was sent. */
final class Refusals {

    private Refusals() {}

    static void write(HttpServletResponse response, int status, String code, String title, String words)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"status\":%d,\"code\":\"%s\",\"title\":\"%s\",\"detail\":\"%s\",\"trace\":\"%s\"}"
                        .formatted(status, code, title, words, Objects.requireNonNullElse(MDC.get("trace"), "")));
    }
}
