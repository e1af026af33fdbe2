package org.civitas.site.application;

import java.time.Instant;
import java.util.UUID;
import org.civitas.site.SiteState;
import org.jspecify.annotations.Nullable;

/** 点位 as pages show it, with the names of what it points to. */
public record SiteView(
        UUID id,
        String code,
        String name,
        String typeCode,
        String typeName,
        String areaCode,
        String areaPath,
        String address,
        double longitude,
        double latitude,
        @Nullable UUID departmentUnitId,
        @Nullable String departmentUnitName,
        @Nullable UUID territorialUnitId,
        @Nullable String territorialUnitName,
        String personInCharge,
        String note,
        SiteState state,
        String stateLabel,
        String token,
        Instant changedAt,
        int version) {}
