package org.civitas.platform.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication that Spring Security carries: just the current user. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final CurrentUser user;

    public SignedIn(CurrentUser user) {
        super(List.of());
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SignedIn that && that.user.equals(user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
