package org.civitas.inspection;

import java.util.Set;
import java.util.UUID;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * 观察范围 — which observations are asked for.
 *
 * @param areaCode the area with everything below it
 * @param period days (Asia/Shanghai) on which the visit ended
 * @param kinds empty = every kind
 * @param planIds empty = every plan and patrol
 * @param editionId null = every edition
 */
public record ObservationQuery(
        String areaCode,
        Period period,
        Set<PlanKind> kinds,
        Set<UUID> planIds,
        @Nullable UUID editionId) {

    public static ObservationQuery of(String areaCode, Period period) {
        return new ObservationQuery(areaCode, period, Set.of(), Set.of(), null);
    }

    public ObservationQuery kinds(Set<PlanKind> wanted) {
        return new ObservationQuery(areaCode, period, wanted, planIds, editionId);
    }

    public ObservationQuery plans(Set<UUID> wanted) {
        return new ObservationQuery(areaCode, period, kinds, wanted, editionId);
    }

    public ObservationQuery edition(UUID wanted) {
        return new ObservationQuery(areaCode, period, kinds, planIds, wanted);
    }
}
