package org.civitas.platform.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Writes the line of every export. What was asked for is kept as far as it is a code, an id or a day; words that somebody
 * typed may be a person's name or number, so of them only stands that there were some.
 */
@RestControllerAdvice
class ExportAudit implements ResponseBodyAdvice<Object> {

    private static final Set<String> TYPED = Set.of("q", "query", "words", "text", "person", "name");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.,:+-]{1,64}");
    private static final Pattern LIKE_A_NUMBER_OF_A_PERSON = Pattern.compile("\\d{11}|\\d{17}[0-9Xx]");

    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    private final MeterRegistry metrics;

    ExportAudit(AuditTrail audit, TransactionTemplate transaction, MeterRegistry metrics) {
        this.metrics = metrics;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return endpoint.hasMethodAnnotation(Exports.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String what = Objects.requireNonNull(endpoint.getMethodAnnotation(Exports.class))
                .value();
        Map<String, Object> details = new TreeMap<>();
        details.put("asked", asked(request));
        long bytes = response.getHeaders().getContentLength();
        if (bytes >= 0) {
            details.put("bytes", bytes);
        }
        try {
            transaction.executeWithoutResult(
                    status -> audit.record("export." + what, "export", subject(request, what), details));
        } catch (RuntimeException fault) {
            discard(body);
            throw fault;
        }
        metrics.counter("civitas.exports", "kind", what).increment();
        return body;
    }

    private static Map<String, String> asked(ServerHttpRequest request) {
        Map<String, String> asked = new TreeMap<>();
        if (request instanceof ServletServerHttpRequest http) {
            http.getServletRequest().getParameterMap().forEach((name, values) -> {
                String value = String.join(",", values);
                if (!value.isBlank()) {
                    asked.put(name, shown(name, value));
                }
            });
        }
        return asked;
    }

    private static String shown(String name, String value) {
        boolean code = !TYPED.contains(name)
                && CODE.matcher(value).matches()
                && !LIKE_A_NUMBER_OF_A_PERSON.matcher(value).matches();
        return code ? value : "（文字，不记录）";
    }

    /** The thing that the address names, or what is handed out. */
    private static String subject(ServerHttpRequest request, String what) {
        Object variables = request instanceof ServletServerHttpRequest http
                ? http.getServletRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                : null;
        Object id = variables instanceof Map<?, ?> named ? named.get("id") : null;
        return id == null ? what : id.toString();
    }

    /** A download waits in a temporary file, which goes when its stream is closed. */
    private static void discard(@Nullable Object body) {
        if (body instanceof Resource file) {
            try {
                file.getInputStream().close();
            } catch (IOException alreadyGone) {
                throw new java.io.UncheckedIOException(alreadyGone);
            }
        }
    }
}
