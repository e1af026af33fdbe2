package org.civitas.site.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.shared.OfficeDay;
import org.civitas.site.Site;
import org.civitas.standard.Decomposition;
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
 * register, by duty or because the decomposition of an edition in use lets it lead the type; a territorial unit all of its
 * area.
 */
@Component
public class SiteScopes {

    static final String CONDITION = """
            s.area_code like :scope and (not :by_unit
                or s.department_unit_id = any(:scope_units) or s.territorial_unit_id = any(:scope_units)
                or s.id = any(:scope_sites) or s.type_code = any(:scope_led)
                or exists (select 1 from unnest(:scope_types::text[], :scope_areas::text[]) d(type, area)
                           where (d.type = '' or s.type_code = d.type) and s.area_code like d.area || '%'))
            """;

    /** 范围条件 — the values of the condition; {@code types} and {@code areas} belong together, an empty type means all; {@code led}: types led. */
    record Reach(
            String pattern,
            boolean byUnit,
            List<UUID> units,
            List<UUID> sites,
            List<String> types,
            List<String> areas,
            List<String> led) {

        StatementSpec bind(StatementSpec statement) {
            return bind(statement, "");
        }

        /** The same where the condition stands twice in a statement, with the names of its values under a prefix. */
        StatementSpec bind(StatementSpec statement, String prefix) {
            return statement
                    .param(prefix + "scope", pattern)
                    .param(prefix + "by_unit", byUnit)
                    .param(prefix + "scope_units", units.toArray(UUID[]::new))
                    .param(prefix + "scope_sites", sites.toArray(UUID[]::new))
                    .param(prefix + "scope_types", types.toArray(String[]::new))
                    .param(prefix + "scope_areas", areas.toArray(String[]::new))
                    .param(prefix + "scope_led", led.toArray(String[]::new));
        }

        /** Why these units answer for a site that they reach, the most particular first. */
        String ground(Site site) {
            if (sites.contains(site.id())) {
                return "按点位指定";
            }
            if (site.departmentUnitId() != null && units.contains(site.departmentUnitId())) {
                return "登记的主管部门";
            }
            if (site.territorialUnitId() != null && units.contains(site.territorialUnitId())) {
                return "登记的属地单位";
            }
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i).equals(site.typeCode()) && site.areaCode().startsWith(areas.get(i))) {
                    return "按类型与区划指定";
                }
            }
            return led.contains(site.typeCode()) ? "任务分解中牵头该类点位" : "按区划负责";
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
                    || led.contains(site.typeCode())
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
    private final Decomposition decomposition;
    private final Clock clock;

    SiteScopes(Units units, Duties duties, Decomposition decomposition, Clock clock) {
        this.units = units;
        this.duties = duties;
        this.decomposition = decomposition;
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
                answeredFor(person, List.of(), duties.heldBy(null, person.accountId(), OfficeDay.today(clock)));
        };
    }

    private static Reach whole(DataScope scope) {
        return new Reach(scope.areaPattern(), false, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private Reach ofUnits(DataScope scope, List<UUID> all) {
        LocalDate today = OfficeDay.today(clock);
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
        List<String> led = List.copyOf(decomposition.siteTypesLedBy(all, OfficeDay.today(clock)));
        return new Reach(scope.areaPattern(), true, all, sites, types, areas, led);
    }

    private static void add(List<String> types, List<String> areas, String type, String area) {
        types.add(type);
        areas.add(area);
    }
}
