package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.civitas.identity.application.OidcSettings;
import org.civitas.identity.application.SignIn;
import org.civitas.identity.application.SignInAtProvider;
import org.civitas.identity.domain.DeviceWords;
import org.civitas.platform.access.Public;
import org.civitas.platform.web.SessionCookie;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Log-in at an identity provider; the browser comes here by links, so faults lead back to the log-in page. */
@RestController
@Tag(name = "identity")
class OidcController {

    /** Is it set up, and what stands on the button? */
    record OidcView(boolean enabled, String name) {}

    private static final String MEMORY = "CIVITAS_OIDC";

    private final OidcSettings settings;
    private final SignInAtProvider provider;

    OidcController(OidcSettings settings, SignInAtProvider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @Public
    @Operation(summary = "是否可用统一身份认证登录")
    @GetMapping("/api/oidc")
    OidcView settings() {
        return new OidcView(settings.enabled(), settings.name());
    }

    @Public
    @Operation(summary = "前往统一身份认证")
    @GetMapping("/api/oidc/authorizations")
    ResponseEntity<Void> depart(@RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
        SignInAtProvider.Departure departure = provider.depart(next);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(
                        HttpHeaders.SET_COOKIE,
                        memory(departure.memory(), SignInAtProvider.PATIENCE, request.isSecure())
                                .toString())
                .location(departure.provider())
                .build();
    }

    @Public
    @Operation(summary = "从统一身份认证返回")
    @GetMapping("/api/oidc/callback")
    ResponseEntity<Void> arrive(
            @CookieValue(name = MEMORY, required = false) @Nullable String memory, HttpServletRequest request) {
        URI answer =
                URI.create(request.getRequestURL() + "?" + Objects.requireNonNullElse(request.getQueryString(), ""));
        String device = DeviceWords.of(request.getHeader(HttpHeaders.USER_AGENT));
        try {
            SignInAtProvider.Return back = provider.arrive(answer, Objects.requireNonNullElse(memory, ""), device);
            return switch (back.step()) {
                case SignIn.Step.Done done ->
                    to(
                            URI.create(back.next()),
                            SessionCookie.of(
                                    done.session().token(), done.session().life(), request.isSecure()));
                case SignIn.Step.CodeNeeded needed ->
                    to(login("step", "code", back.next()), ChallengeCookie.of(needed.challenge(), request.isSecure()));
            };
        } catch (RuleViolation fault) {
            return to(login("fault", fault.code(), "/"), memory("", Duration.ZERO, request.isSecure()));
        }
    }

    private static URI login(String name, String value, String next) {
        return UriComponentsBuilder.fromPath("/login")
                .queryParam(name, value)
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUri();
    }

    private static ResponseEntity<Void> to(URI page, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.SET_COOKIE, memory("", Duration.ZERO, false).toString())
                .location(page)
                .build();
    }

    /** Lax, because the provider's answer is a link from another site. */
    private static ResponseCookie memory(String value, Duration life, boolean secure) {
        return ResponseCookie.from(MEMORY, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/api/oidc")
                .maxAge(life)
                .build();
    }
}
