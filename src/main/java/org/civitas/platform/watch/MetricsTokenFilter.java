package org.civitas.platform.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a scraper that brings the token of the settings; everybody else goes on to the ordinary access check. */
final class MetricsTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 20;

    private final byte @Nullable [] token;
    private final Scrape scrape;

    MetricsTokenFilter(@Nullable String token, Scrape scrape) {
        this.token = token != null && token.length() >= SHORTEST ? token.getBytes(StandardCharsets.UTF_8) : null;
        this.scrape = scrape;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean known = token != null
                && request.getMethod().equals("GET")
                && given != null
                && given.startsWith(BEARER)
                && MessageDigest.isEqual(token, given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
        if (!known) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType(MetricsController.TEXT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(scrape.text());
    }
}
