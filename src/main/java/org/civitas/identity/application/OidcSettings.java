package org.civitas.identity.application;

import java.net.URI;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * 统一身份认证设置 — {@code civitas.oidc.*}: issuer, client-id, client-secret, address (of this system, as the provider sends people
 * back to it), claim (which one names the account; default {@code preferred_username}), name (on the button).
 */
@Component
public class OidcSettings {

    private final Environment environment;

    OidcSettings(Environment environment) {
        this.environment = environment;
    }

    /** Is log-in at a provider set up? */
    public boolean enabled() {
        return !issuer().isBlank()
                && !clientId().isBlank()
                && !value("address", "").isBlank();
    }

    public String name() {
        return value("name", "统一身份认证");
    }

    String issuer() {
        return value("issuer", "");
    }

    String clientId() {
        return value("client-id", "");
    }

    String clientSecret() {
        return value("client-secret", "");
    }

    String claim() {
        return value("claim", "preferred_username");
    }

    /** Where the provider sends people back to: from the settings, never from the request. */
    URI callback() {
        return URI.create(value("address", "").replaceAll("/+$", "") + "/api/oidc/callback");
    }

    private String value(String name, String otherwise) {
        return Objects.requireNonNull(environment.getProperty("civitas.oidc." + name, otherwise));
    }
}
