package org.civitas.platform.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session: not readable by scripts, never sent from other sites. */
public final class SessionCookie {

    public static final String NAME = "CIVITAS_SESSION";

    private SessionCookie() {}

    public static ResponseCookie of(String token, Duration life, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }

    public static ResponseCookie gone() {
        return of("", Duration.ZERO, false);
    }
}
