package org.civitas.territory.application;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.civitas.territory.Areas;
import org.civitas.territory.Units;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds units by name or code. */
@Component
@Order(40)
class TerritorySearch implements SearchContributor {

    private final Units units;
    private final Areas areas;

    TerritorySearch(Units units, Areas areas) {
        this.units = units;
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public String title() {
        return "单位";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (!user.may(Permission.TERRITORY_READ) || words.isBlank()) {
            return List.of();
        }
        return units.search(words, limit).stream()
                .map(unit -> new SearchHit(
                        unit.name(),
                        unit.kind().label() + " · " + areas.namePath(unit.areaCode()),
                        "/territory/units?open=" + unit.id()))
                .toList();
    }
}
