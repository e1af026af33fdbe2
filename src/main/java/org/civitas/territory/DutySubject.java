package org.civitas.territory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 责任问询对象 — the place that is asked about: an area, a kind of place in an area, or one site with its registered units.
 *
 * @param siteType null when the question is about the area as such
 * @param siteId null when the question is not about one site
 */
public record DutySubject(
        AreaCode area,
        @Nullable String siteType,
        @Nullable UUID siteId,
        @Nullable UUID departmentUnitId,
        @Nullable UUID territorialUnitId) {

    public static DutySubject ofArea(String areaCode) {
        return new DutySubject(new AreaCode(areaCode), null, null, null, null);
    }

    public static DutySubject ofType(String siteType, String areaCode) {
        return new DutySubject(new AreaCode(areaCode), siteType, null, null, null);
    }

    public static DutySubject ofSite(
            UUID siteId,
            String siteType,
            String areaCode,
            @Nullable UUID departmentUnitId,
            @Nullable UUID territorialUnitId) {
        return new DutySubject(new AreaCode(areaCode), siteType, siteId, departmentUnitId, territorialUnitId);
    }
}
