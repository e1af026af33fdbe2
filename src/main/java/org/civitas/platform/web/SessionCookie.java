package org.civitas.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session: not readable by scripts, never sent from other sites. */
public final class SessionCookie {

    public static final String NAME = "CIVITAS_SESSION";

    /** Behind https the browser itself then keeps it to this host, this path and encrypted connections. */
    public static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    /** The token that the request carries; over https only the cookie that can not have been planted. */
    public static Optional<String> token(HttpServletRequest request) {
        String name = request.isSecure() ? SECURE_NAME : NAME;
        return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    public static ResponseCookie of(String token, Duration life, boolean secure) {
        return ResponseCookie.from(secure ? SECURE_NAME : NAME, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }

    public static ResponseCookie gone(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
