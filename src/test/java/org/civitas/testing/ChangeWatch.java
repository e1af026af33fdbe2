package org.civitas.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.civitas.platform.city.CurrentCity;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Watches all tests: a request that changed something and was answered well has left an audit line with its trace. One
 * that did not becomes a fault of the server, so the test that sent it fails.
 */
@Component
public class ChangeWatch implements WebMvcConfigurer, HandlerInterceptor {

    /** Endpoints that are no change although they are not GET. */
    public static final Map<String, String> NO_CHANGE = Map.of(
            "DrawController.verify", "draws again and compares; nothing is written",
            "ForecastController.whatIf", "draws again with sites mended; nothing is written",
            "EditionWorkbookController.preview", "checks an uploaded workbook; nothing is written",
            "EditionTreeController.check", "tells what the tree of a draft would be like; nothing is written");

    /** Endpoints that answer a repeated request with what was there, without writing again. */
    private static final Set<String> REPEATABLE = Set.of(
            "VisitController.submit",
            "MediaController.keep",
            "ResultController.correct",
            "ForecastSiteController.plan",
            "ForecastSiteController.cases");

    /** What this watch itself asks; no statement of the product. */
    static final String QUESTION = "select exists (select 1 from audit_line where trace = ?)";

    private final ObjectProvider<JdbcTemplate> jdbc;

    ChangeWatch(ObjectProvider<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reading || response.getStatus() >= 300 || !(handler instanceof HandlerMethod method)) {
            return;
        }
        String name =
                method.getBeanType().getSimpleName() + "." + method.getMethod().getName();
        boolean mayBeSilent = NO_CHANGE.containsKey(name) || REPEATABLE.contains(name) || CurrentCity.find() == null;
        if (!mayBeSilent && !written()) {
            throw new AssertionError(name + " changed something without an audit line");
        }
    }

    private boolean written() {
        return Boolean.TRUE.equals(jdbc.getObject().queryForObject(QUESTION, Boolean.class, MDC.get("trace")));
    }
}
