package org.civitas.territory.persistence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Unit;
import org.civitas.territory.domain.Extent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTerritoryLoading implements TerritoryLoading {

    private final JdbcTemplate jdbc;
    private final OutlineReader outlines;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcTerritoryLoading(JdbcTemplate jdbc, OutlineReader outlines, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.outlines = outlines;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int areas(Collection<NewArea> areas) {
        Map<String, String> paths = new HashMap<>();
        jdbc.query("select code, path from area", row -> {
            paths.put(row.getString(1), row.getString(2));
        });
        List<Object[]> rows = new ArrayList<>();
        for (NewArea area :
                areas.stream().sorted(Comparator.comparing(NewArea::code)).toList()) {
            if (!paths.containsKey(area.code())) {
                rows.add(row(area, paths));
            }
        }
        jdbc.batchUpdate(
                "insert into area (code, name, level, kind, parent_code, path) values (?, ?, ?, ?, ?, ?)", rows);
        audit.record("area.load", "area", "*", Map.of("count", rows.size()));
        return rows.size();
    }

    private static Object[] row(NewArea area, Map<String, String> paths) {
        AreaCode code = new AreaCode(area.code());
        @Nullable String parent = code.parent().map(AreaCode::value).orElse(null);
        if (parent != null && !paths.containsKey(parent)) {
            throw new RuleViolation(
                    "area.parent.unknown", "区划“" + area.name() + "”（" + code + "）的上级 " + parent + " 还没有登记，请先登记上级。");
        }
        String path = parent == null ? area.name() : paths.get(parent) + "/" + area.name();
        paths.put(area.code(), path);
        return new Object[] {
            area.code(), area.name(), code.level().name(), area.kind().name(), parent, path
        };
    }

    @Override
    @Transactional
    public void boundaries(Collection<NewBoundary> boundaries) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into area_boundary (area_code, level, geometry, loaded_at) values (?, ?, ?::jsonb, ?)
                on conflict (area_code) do update set geometry = excluded.geometry, loaded_at = excluded.loaded_at
                """,
                boundaries.stream()
                        .map(b -> new Object[] {
                            b.areaCode(), new AreaCode(b.areaCode()).level().name(), b.geometry(), now
                        })
                        .toList());
        jdbc.batchUpdate(
                "update area set west = ?, south = ?, east = ?, north = ? where code = ?",
                boundaries.stream().map(this::extentRow).toList());
        audit.record("area.boundary.load", "area", "*", Map.of("count", boundaries.size()));
    }

    private Object[] extentRow(NewBoundary boundary) {
        Extent extent = outlines.parse(boundary.geometry()).extent();
        return new Object[] {extent.west(), extent.south(), extent.east(), extent.north(), boundary.areaCode()};
    }

    @Override
    @Transactional
    public void baseMap(List<NewRoad> roads, List<NewWater> waters) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update("delete from road");
        jdbc.update("delete from water");
        jdbc.batchUpdate(
                "insert into road (id, name, rank, geometry, loaded_at) values (?, ?, ?, ?::jsonb, ?)",
                roads.stream()
                        .map(r -> new Object[] {Ids.next(), r.name(), r.rank(), r.geometry(), now})
                        .toList());
        jdbc.batchUpdate(
                "insert into water (id, name, geometry, loaded_at) values (?, ?, ?::jsonb, ?)",
                waters.stream()
                        .map(w -> new Object[] {Ids.next(), w.name(), w.geometry(), now})
                        .toList());
        audit.record("map.load", "map", "*", Map.of("roads", roads.size(), "waters", waters.size()));
    }

    @Override
    @Transactional
    public List<UUID> units(Collection<Unit> units) {
        List<UUID> written = new ArrayList<>();
        for (Unit unit : units) {
            int rows = jdbc.update(
                    """
                    insert into unit (id, code, name, kind, area_code, parent_id, active) values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (code) do nothing
                    """,
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind().name(),
                    unit.areaCode(),
                    unit.parentId(),
                    unit.active());
            if (rows == 1) {
                written.add(unit.id());
            }
        }
        audit.record("unit.load", "unit", "*", Map.of("count", written.size()));
        return written;
    }

    @Override
    @Transactional
    public void duties(Collection<NewDuty> duties) {
        jdbc.batchUpdate("""
                insert into duty (id, kind, target_kind, area_code, site_id, site_type, unit_id, person_name, person_title,
                                  account_id, first_day, last_day, basis)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """, duties.stream().map(JdbcTerritoryLoading::row).toList());
        audit.record("duty.load", "duty", "*", Map.of("count", duties.size()));
    }

    private static Object[] row(NewDuty entry) {
        Duty duty = entry.duty();
        String kind = switch (duty.target()) {
            case DutyTarget.OfArea area -> "AREA";
            case DutyTarget.OfSite site -> "SITE";
            case DutyTarget.OfType type -> "TYPE";
        };
        return new Object[] {
            duty.id(),
            duty.kind().name(),
            kind,
            duty.target().area().value(),
            duty.target() instanceof DutyTarget.OfSite site ? site.siteId() : null,
            duty.target() instanceof DutyTarget.OfType type ? type.siteType() : null,
            duty.unitId(),
            duty.personName(),
            duty.personTitle(),
            duty.accountId(),
            duty.firstDay(),
            duty.lastDay(),
            entry.basis()
        };
    }
}
