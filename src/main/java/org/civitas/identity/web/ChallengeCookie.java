package org.civitas.identity.web;

import java.time.Duration;
import org.civitas.identity.application.SignIn;
import org.springframework.http.ResponseCookie;

/** The cookie between the two steps of a log-in; it is not a session. */
final class ChallengeCookie {

    static final String NAME = "CIVITAS_CHALLENGE";

    private ChallengeCookie() {}

    static ResponseCookie of(String token, boolean secure) {
        return cookie(token, SignIn.PATIENCE, secure);
    }

    static ResponseCookie gone() {
        return cookie("", Duration.ZERO, false);
    }

    private static ResponseCookie cookie(String token, Duration life, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/api/session")
                .maxAge(life)
                .build();
    }
}
