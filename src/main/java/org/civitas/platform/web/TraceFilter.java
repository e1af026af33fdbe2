package org.civitas.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a trace number, which stands in its log lines, audit lines and problem documents. */
final class TraceFilter extends OncePerRequestFilter {

    /** Where those find it who answer when this filter is through. */
    static final String ATTRIBUTE = TraceFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = UUID.randomUUID().toString().substring(0, 13);
        MDC.put("trace", trace);
        request.setAttribute(ATTRIBUTE, trace);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("trace");
        }
    }
}
