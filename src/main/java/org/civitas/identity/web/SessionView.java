package org.civitas.identity.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in and what the pages may offer.
 *
 * @param obligation what must be done first: PASSWORD_CHANGE or SECOND_FACTOR
 */
record SessionView(
        UUID accountId,
        String account,
        String name,
        List<RoleName> roles,
        List<String> permissions,
        CityName city,
        @Nullable UUID unitId,
        @Nullable String unitName,
        String areaCode,
        @Nullable String areaName,
        String scope,
        @Nullable String obligation) {

    record RoleName(String code, String name) {}

    record CityName(String code, String name) {}
}
