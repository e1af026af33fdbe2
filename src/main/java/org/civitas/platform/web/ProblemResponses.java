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
        response.setStatus(403);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"status\":403,\"code\":\"csrf.missing\",\"title\":\"请求未被接受\","
                        + "\"detail\":\"页面的安全令牌缺失或已过期，请刷新页面后重试。\"}");
    }
}
