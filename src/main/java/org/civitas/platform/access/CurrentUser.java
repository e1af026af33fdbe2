package org.civitas.platform.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.civitas.platform.city.CityCode;
import org.jspecify.annotations.Nullable;

/**
 * 当前用户 — who is asking; a controller takes it as a method parameter.
 *
 * @param unitId the unit that the account belongs to, if any, whatever its scope is
 */
public record CurrentUser(
        UUID accountId,
        String name,
        CityCode city,
        Set<String> roles,
        Set<Permission> permissions,
        @Nullable UUID unitId,
        DataScope scope)
        implements Serializable {

    public boolean may(Permission permission) {
        return permission == Permission.SIGNED_IN
                || permissions.contains(permission) && (cityWide() || !permission.cityWide());
    }

    /** Fails with 403 unless the account has the permission. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }

    public boolean cityWide() {
        return scope instanceof DataScope.City;
    }
}
