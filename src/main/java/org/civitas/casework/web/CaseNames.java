package org.civitas.casework.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.casework.persistence.CaseRow;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.territory.Area;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of units, areas and types for a page of cases, each kind asked once. */
@Component
class CaseNames {

    /** 名称 — what was looked up; unknown ids keep their code. */
    record Names(Map<UUID, Unit> units, Map<String, Area> areas, Map<String, String> types) {

        @Nullable
        String unit(@Nullable UUID id) {
            if (id == null) {
                return null;
            }
            Unit unit = units.get(id);
            return unit == null ? "（已不存在的单位）" : unit.name();
        }

        String area(String code) {
            Area area = areas.get(code);
            return area == null ? code : area.name();
        }

        /** Without the city, which every path begins with. */
        String path(String code) {
            Area area = areas.get(code);
            if (area == null) {
                return code;
            }
            int city = area.path().indexOf('/');
            return city < 0 ? area.path() : area.path().substring(city + 1);
        }

        String type(String code) {
            return types.getOrDefault(code, code);
        }
    }

    private final Units units;
    private final Areas areas;
    private final CaseTypes types;

    CaseNames(Units units, Areas areas, CaseTypes types) {
        this.units = units;
        this.areas = areas;
        this.types = types;
    }

    Names of(List<CaseRow> rows, Collection<UUID> moreUnits) {
        Set<UUID> unitIds = new HashSet<>(moreUnits);
        Set<String> areaCodes = new HashSet<>();
        Set<String> typeCodes = new HashSet<>();
        for (CaseRow row : rows) {
            areaCodes.add(row.areaCode());
            typeCodes.add(row.typeCode());
            add(unitIds, row.leadUnitId());
            add(unitIds, row.holderUnitId());
        }
        return new Names(units.byIds(unitIds), areas.byCodes(areaCodes), types.names(typeCodes));
    }

    /** Everything, for an export that does not know its rows beforehand. */
    Names all() {
        Map<UUID, Unit> byId = new HashMap<>();
        units.all().forEach(unit -> byId.put(unit.id(), unit));
        Map<String, Area> byCode = new HashMap<>();
        for (AreaLevel level : AreaLevel.values()) {
            areas.ofLevel(level, "").forEach(area -> byCode.put(area.code(), area));
        }
        return new Names(byId, byCode, typeNames());
    }

    private Map<String, String> typeNames() {
        Map<String, String> names = new HashMap<>();
        types.all(false).forEach(type -> names.put(type.code(), type.name()));
        return names;
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
