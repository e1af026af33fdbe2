package org.civitas.site.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.site.Site;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * 点位数据范围 — which sites an asker sees: those of the area, and a unit only those it or its sub-units answer for, by
 * register or by duty; a territorial unit all of its area.
 */
@Component
public class SiteScopes {

    static final String CONDITION = """
            s.area_code like :scope and (not :by_unit
                or s.department_unit_id = any(:scope_units) or s.territorial_unit_id = any(:scope_units)
                or s.id = any(:scope_sites)
                or exists (select 1 from unnest(:scope_types::text[], :scope_areas::text[]) d(type, area)
                           where (d.type = '' or s.type_code = d.type) and s.area_code like d.area || '%'))
            """;

    /** 范围条件 — the values of the condition; {@code types} and {@code areas} belong together, an empty type means all. */
    record Reach(
            String pattern,
            boolean byUnit,
            List<UUID> units,
            List<UUID> sites,
            List<String> types,
            List<String> areas) {

        StatementSpec bind(StatementSpec statement) {
            return statement
                    .param("scope", pattern)
                    .param("by_unit", byUnit)
                    .param("scope_units", units.toArray(UUID[]::new))
                    .param("scope_sites", sites.toArray(UUID[]::new))
                    .param("scope_types", types.toArray(String[]::new))
                    .param("scope_areas", areas.toArray(String[]::new));
        }

        /** The same as {@link #CONDITION}, for one site that is at hand. */
        boolean holds(Site site) {
            if (!site.areaCode().startsWith(pattern.substring(0, pattern.length() - 1))) {
                return false;
            }
            return !byUnit || answers(site);
        }

        private boolean answers(Site site) {
            if (sites.contains(site.id())
                    || site.departmentUnitId() != null && units.contains(site.departmentUnitId())
                    || site.territorialUnitId() != null && units.contains(site.territorialUnitId())) {
                return true;
            }
            for (int i = 0; i < types.size(); i++) {
                boolean type = types.get(i).isEmpty() || types.get(i).equals(site.typeCode());
                if (type && site.areaCode().startsWith(areas.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Units units;
    private final Duties duties;
    private final Clock clock;

    SiteScopes(Units units, Duties duties, Clock clock) {
        this.units = units;
        this.duties = duties;
        this.clock = clock;
    }

    /** Whether the asker may see the site. */
    public boolean sees(DataScope scope, Site site) {
        return of(scope).holds(site);
    }

    Reach of(DataScope scope) {
        return switch (scope) {
            case DataScope.City city -> whole(city);
            case DataScope.Area area -> whole(area);
            case DataScope.Unit own -> ofUnits(own, units.withSubUnits(own.unitId()));
            case DataScope.Own person ->
                answeredFor(person, List.of(), duties.heldBy(null, person.accountId(), LocalDate.now(clock)));
        };
    }

    private static Reach whole(DataScope scope) {
        return new Reach(scope.areaPattern(), false, List.of(), List.of(), List.of(), List.of());
    }

    private Reach ofUnits(DataScope scope, List<UUID> all) {
        LocalDate today = LocalDate.now(clock);
        return answeredFor(
                scope,
                all,
                all.stream()
                        .flatMap(unit -> duties.heldBy(unit, null, today).stream())
                        .toList());
    }

    private Reach answeredFor(DataScope scope, List<UUID> all, List<Duty> held) {
        List<UUID> sites = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        for (Duty duty : held) {
            switch (duty.target()) {
                case DutyTarget.OfSite site -> sites.add(site.siteId());
                case DutyTarget.OfType type ->
                    add(types, areas, type.siteType(), type.area().value());
                case DutyTarget.OfArea area -> add(types, areas, "", area.area().value());
            }
        }
        for (Unit unit : units.byIds(all).values()) {
            if (unit.kind() == UnitKind.TERRITORY) {
                add(types, areas, "", unit.areaCode());
            }
        }
        return new Reach(scope.areaPattern(), true, all, sites, types, areas);
    }

    private static void add(List<String> types, List<String> areas, String type, String area) {
        types.add(type);
        areas.add(area);
    }
}
