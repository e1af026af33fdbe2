package org.civitas.platform.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication that Spring Security carries: the current user, the session, and what the account owes first. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final CurrentUser user;
    private final @Nullable UUID sessionId;
    private final @Nullable Obligation obligation;

    /** An account that owes nothing, outside any stored session. */
    public SignedIn(CurrentUser user) {
        this(user, null, null);
    }

    public SignedIn(CurrentUser user, @Nullable UUID sessionId, @Nullable Obligation obligation) {
        super(List.of());
        this.user = user;
        this.sessionId = sessionId;
        this.obligation = obligation;
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

    /** What must be done before anything else; null for nothing. */
    public @Nullable Obligation obligation() {
        return obligation;
    }

    /** The stored session that this request came with. */
    public @Nullable UUID sessionId() {
        return sessionId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.user.equals(user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
