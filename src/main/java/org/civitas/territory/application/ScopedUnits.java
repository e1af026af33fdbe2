package org.civitas.territory.application;

import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.UnitsInScope;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;

/** Which units a scope reaches, for modules below this one. */
@Component
class ScopedUnits implements UnitsInScope {

    private final Units units;

    ScopedUnits(Units units) {
        this.units = units;
    }

    @Override
    public List<UUID> of(DataScope scope) {
        return switch (scope) {
            case DataScope.Unit own -> units.withSubUnits(own.unitId());
            case DataScope.Own nothing -> List.of();
            case DataScope.City city -> within(city);
            case DataScope.Area area -> within(area);
        };
    }

    private List<UUID> within(DataScope scope) {
        return units.all().stream()
                .filter(unit -> scope.covers(unit.areaCode()))
                .map(Unit::id)
                .toList();
    }
}
