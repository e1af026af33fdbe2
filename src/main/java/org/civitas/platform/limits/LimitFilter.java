package org.civitas.platform.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.civitas.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 429 who asks too often, and with 413 a body that no operation needs.
 *
 * <p>The address is that of the connection, or what a trusted proxy says (see {@code server.tomcat.remoteip}); what anybody
 * else writes into X-Forwarded-For does not count.
 */
public final class LimitFilter extends OncePerRequestFilter {

    private final RateLimits rates;
    private final LogInWindows logIns;
    private final long bodyBytes;

    LimitFilter(LimitSettings settings, LogInWindows logIns) {
        this.rates = new RateLimits(settings);
        this.logIns = logIns;
        this.bodyBytes = settings.bodyBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().equals("/api/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = account();
        RequestKind kind = RequestKind.of(request, account != null);
        long wait = kind == RequestKind.LOG_IN
                ? logIns.take(request.getRemoteAddr())
                : rates.take(kind, account == null ? request.getRemoteAddr() : account);
        if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            Refusals.write(response, 429, "limit.exceeded", "操作太频繁", kind.words() + "太频繁，请在 " + wait + " 秒后再试。");
            return;
        }
        boolean upload = kind == RequestKind.UPLOAD || isMultipart(request);
        if (upload) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > bodyBytes) {
            Refusals.write(response, 413, "body.too-large", "内容太大", BodyTooLarge.words(bodyBytes));
        } else {
            chain.doFilter(new MeasuredBody(request, bodyBytes), response);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    private static @Nullable String account() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.getPrincipal().accountId().toString()
                : null;
    }
}
