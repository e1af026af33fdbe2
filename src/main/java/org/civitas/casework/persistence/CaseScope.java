package org.civitas.casework.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.jspecify.annotations.Nullable;

/**
 * 可见范围 — the condition that a case {@code c} must meet to exist for somebody.
 *
 * <p>An area's office sees its area and what its own unit must handle; a unit sees only cases where it is lead, co-unit or
 * sub-unit; an inspector sees what he reported.
 */
public record CaseScope(String condition, Map<String, Object> params) {

    /** Everything of the city: for the system's own work. */
    public static final CaseScope SYSTEM = new CaseScope("true", Map.of());

    private static final String OWN_UNIT = "c.unit_ids @> array[cast(:scopeUnit as uuid)]";

    /** What an unannounced inspection found stays with the office that owns the plan until it is dispatched. */
    private static final String NOT_SECRET =
            "(c.plan_kind is null or c.plan_kind not in ('COVERT', 'LOOK_BACK') or c.unit_ids <> '{}'"
                    + " or starts_with(c.plan_owner, :scopeOwner))";

    public static CaseScope of(CurrentUser user) {
        return switch (user.scope()) {
            case DataScope.City city -> SYSTEM;
            case DataScope.Area area -> area(area, user.unitId());
            case DataScope.Unit unit -> new CaseScope(OWN_UNIT, Map.of("scopeUnit", unit.unitId()));
            case DataScope.Own own ->
                new CaseScope("c.reporter_id = :scopeAccount", Map.of("scopeAccount", own.accountId()));
        };
    }

    private static CaseScope area(DataScope.Area area, @Nullable UUID unit) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("scopeArea", area.areaPattern());
        params.put("scopeOwner", area.areaCode());
        if (unit == null) {
            return new CaseScope("(c.area_code like :scopeArea and " + NOT_SECRET + ")", params);
        }
        params.put("scopeUnit", unit);
        return new CaseScope("((c.area_code like :scopeArea and " + NOT_SECRET + ") or " + OWN_UNIT + ")", params);
    }
}
