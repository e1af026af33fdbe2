package org.civitas.identity.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 授权 — what an account may do and how much of the city it sees.
 *
 * @param scopeKind CITY, AREA, UNIT or OWN
 * @param areaCode root of what the account sees
 */
public record Grant(
        List<String> roles,
        String scopeKind,
        String areaCode,
        @Nullable UUID unitId) {

    public Grant {
        roles = List.copyOf(roles);
    }

    /** The same reach without any role: what an account has until it is granted something. */
    public Grant withoutRoles() {
        return new Grant(List.of(), scopeKind, areaCode, unitId);
    }
}
