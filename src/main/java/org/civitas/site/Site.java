package org.civitas.site;

import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.DutySubject;
import org.jspecify.annotations.Nullable;

/**
 * 点位 — one place of the register.
 *
 * @param position WGS-84
 * @param departmentUnitId the department in charge (条) as registered
 * @param territorialUnitId the territory (块) as registered
 * @param token what the site's QR code carries; random, tells nothing about the site
 */
public record Site(
        UUID id,
        String code,
        String name,
        String typeCode,
        String areaCode,
        String address,
        GeoPoint position,
        @Nullable UUID departmentUnitId,
        @Nullable UUID territorialUnitId,
        String personInCharge,
        String note,
        SiteState state,
        String token,
        int version) {

    /** The question "who answers for this site", for {@code Duties}. */
    public DutySubject asDutySubject() {
        return DutySubject.ofSite(id, typeCode, areaCode, departmentUnitId, territorialUnitId);
    }

    public Site withVersion(int next) {
        return new Site(
                id,
                code,
                name,
                typeCode,
                areaCode,
                address,
                position,
                departmentUnitId,
                territorialUnitId,
                personInCharge,
                note,
                state,
                token,
                next);
    }

    public Site withState(SiteState next) {
        return new Site(
                id,
                code,
                name,
                typeCode,
                areaCode,
                address,
                position,
                departmentUnitId,
                territorialUnitId,
                personInCharge,
                note,
                next,
                token,
                version);
    }
}
