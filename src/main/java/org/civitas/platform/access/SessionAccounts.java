package org.civitas.platform.access;

import java.util.Optional;

/** Who stands behind a session token; answered by the module that owns accounts. */
public interface SessionAccounts {

    /** The account of a live session, with its permissions and what it owes as they are now. */
    Optional<SignedIn> byToken(String token);
}
