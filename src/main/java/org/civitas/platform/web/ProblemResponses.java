package org.civitas.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;

/** Problem documents written by the security chain, before any controller. */
final class ProblemResponses {

    private ProblemResponses() {}

    static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        write(
                response,
                403,
                "{\"status\":403,\"code\":\"csrf.missing\",\"title\":\"请求未被接受\","
                        + "\"detail\":\"页面的安全令牌缺失或已过期，请刷新页面后重试。\"}");
    }

    static void outage(HttpServletResponse response, OutageFaults outage) throws IOException {
        response.setHeader("Retry-After", "5");
        write(response, outage.status().value(), outage.json());
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json);
    }
}
