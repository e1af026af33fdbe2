package org.civitas.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.NotAllowed;
import org.civitas.platform.access.Obligation;
import org.civitas.platform.access.ObligationOwed;
import org.civitas.platform.access.Public;
import org.civitas.platform.access.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks {@link Allow} before every endpoint; one without a word about access is closed. */
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("org.civitas")
                || method.hasMethodAnnotation(Public.class)) {
            return true;
        }
        CurrentUser user = required();
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) {
            throw new IllegalStateException("endpoint without @Allow: " + method);
        }
        Obligation owed = signedIn().obligation();
        if (owed != null && !Arrays.asList(allow.despite()).contains(owed)) {
            throw new ObligationOwed(owed);
        }
        if (Arrays.stream(allow.value()).noneMatch(user::may)) {
            throw new NotAllowed(allow.value()[0]);
        }
        return true;
    }

    static CurrentUser required() {
        return signedIn().getPrincipal();
    }

    static SignedIn signedIn() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new SignInNeeded();
    }
}
