package org.civitas.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.civitas.platform.access.SessionAccounts;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the session cookie into the current user. The session lives in the database, so any node can answer. */
final class SessionFilter extends OncePerRequestFilter {

    private final SessionAccounts accounts;

    SessionFilter(SessionAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            signIn(request);
        } catch (DataAccessException | TransactionException fault) {
            OutageFaults outage = OutageFaults.behind(fault);
            if (outage == null) {
                throw fault;
            }
            ProblemResponses.outage(response, outage);
            return;
        }
        chain.doFilter(request, response);
    }

    private void signIn(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            SessionCookie.token(request).flatMap(accounts::byToken).ifPresent(signedIn -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(signedIn);
                SecurityContextHolder.setContext(context);
            });
        }
    }
}
