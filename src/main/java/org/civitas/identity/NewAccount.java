package org.civitas.identity;

import java.util.List;
import java.util.UUID;
import org.civitas.platform.city.CityCode;
import org.jspecify.annotations.Nullable;

/**
 * 新账号 — what is needed to open an account.
 *
 * @param scopeKind CITY, AREA, UNIT or OWN
 * @param areaCode root of what the account sees; must lie in the city
 */
public record NewAccount(
        CityCode city,
        String login,
        String name,
        String password,
        List<String> roles,
        String scopeKind,
        String areaCode,
        @Nullable UUID unitId) {}
