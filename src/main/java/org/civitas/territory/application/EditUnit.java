package org.civitas.territory.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Areas;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a unit or changes one; a unit can not stand below itself. */
@Service
public class EditUnit {

    /** The words of a unit as they were given. */
    public record UnitFacts(
            String code,
            String name,
            UnitKind kind,
            String areaCode,
            @Nullable UUID parentId,
            boolean active) {}

    private final Areas areas;
    private final Units units;
    private final TerritoryLoading loading;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    EditUnit(Areas areas, Units units, TerritoryLoading loading, JdbcClient jdbc, AuditTrail audit) {
        this.areas = areas;
        this.units = units;
        this.loading = loading;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public UUID add(DataScope scope, UnitFacts facts) {
        check(scope, facts);
        if (units.byCode(facts.code()).isPresent()) {
            throw taken(facts.code());
        }
        UUID id = Ids.next();
        loading.units(List.of(new Unit(
                id, facts.code(), facts.name(), facts.kind(), facts.areaCode(), facts.parentId(), facts.active())));
        return id;
    }

    @Transactional
    public void change(DataScope scope, UUID id, UnitFacts facts, int version) {
        Unit before =
                units.byId(id).filter(u -> scope.administers(u.areaCode())).orElseThrow(() -> new NotFound("单位"));
        check(scope, facts);
        if (units.byCode(facts.code()).filter(u -> !u.id().equals(id)).isPresent()) {
            throw taken(facts.code());
        }
        UUID parent = facts.parentId();
        if (parent != null && units.withSubUnits(id).contains(parent)) {
            throw new RuleViolation("unit.parent.circle", "上级单位不能是本单位或它的下级单位。");
        }
        int changed = jdbc.sql("""
                        update unit set code = ?, name = ?, kind = ?, area_code = ?, parent_id = ?, active = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .param(facts.code())
                .param(facts.name())
                .param(facts.kind().name())
                .param(facts.areaCode())
                .param(parent)
                .param(facts.active())
                .param(id)
                .param(version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        audit.record("unit.change", "unit", id, Map.of("before", before.name(), "name", facts.name()));
    }

    private void check(DataScope scope, UnitFacts facts) {
        if (areas.byCode(facts.areaCode()).isEmpty() || !scope.administers(facts.areaCode())) {
            throw new BadInput("areaCode", "没有区划 " + facts.areaCode() + "，或它不在您的数据范围内。");
        }
        UUID parent = facts.parentId();
        if (parent != null && units.byId(parent).isEmpty()) {
            throw new BadInput("parentId", "没有这个上级单位。");
        }
    }

    private static Conflict taken(String code) {
        return new Conflict("unit.code.taken", "单位代码 " + code + " 已被使用，请换一个。");
    }
}
