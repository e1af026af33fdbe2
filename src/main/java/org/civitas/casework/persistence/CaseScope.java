package org.civitas.casework.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * 可见范围 — the condition that a case {@code c} must meet to exist for somebody.
 *
 * <p>An area's office sees its area and what its own unit must handle; a unit sees only cases where it is lead, co-unit or
 * sub-unit; an inspector sees what he reported. Who only verifies learns of a secret inspection's finding when it is dispatched,
 * as everybody outside the office whose inspection it was.
 */
public record CaseScope(String condition, Map<String, Object> params) {

    /** Everything of the city: for the system's own work. */
    public static final CaseScope SYSTEM = new CaseScope("true", Map.of());

    private static final String OWN_UNIT = "c.unit_ids @> array[cast(:scopeUnit as uuid)]";

    private static final String OPEN =
            "(c.plan_kind is null or c.plan_kind not in ('COVERT', 'LOOK_BACK') or c.unit_ids <> '{}')";

    /** What an unannounced inspection found stays with the office that owns the plan until it is dispatched. */
    private static final String NOT_SECRET = "(" + OPEN + " or starts_with(c.plan_owner, :scopeOwner))";

    public static CaseScope of(CurrentUser user) {
        return switch (user.scope()) {
            case DataScope.City city -> reads(user) ? SYSTEM : new CaseScope(OPEN, Map.of());
            case DataScope.Area area -> area(area, user.unitId(), reads(user));
            case DataScope.Unit unit -> new CaseScope(OWN_UNIT, Map.of("scopeUnit", unit.unitId()));
            case DataScope.Own own ->
                new CaseScope("c.reporter_id = :scopeAccount", Map.of("scopeAccount", own.accountId()));
        };
    }

    /** Whether he reads cases by his office, and not only those that he verifies. */
    private static boolean reads(CurrentUser user) {
        return user.may(Permission.CASE_READ);
    }

    private static CaseScope area(DataScope.Area area, @Nullable UUID unit, boolean reads) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("scopeArea", area.areaPattern());
        if (reads) {
            params.put("scopeOwner", area.areaCode());
        }
        String inArea = "(c.area_code like :scopeArea and " + (reads ? NOT_SECRET : OPEN) + ")";
        if (unit == null) {
            return new CaseScope(inArea, params);
        }
        params.put("scopeUnit", unit);
        return new CaseScope("(" + inArea + " or " + OWN_UNIT + ")", params);
    }
}
