package org.civitas.casework.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.CaseTypes.CaseType;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.NotAllowed;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Areas;
import org.civitas.territory.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a type of problem and where it goes by default. */
@Service
public class ChangeCaseType {

    private final CaseTypes types;
    private final Units units;
    private final Areas areas;
    private final AuditTrail audit;

    ChangeCaseType(CaseTypes types, Units units, Areas areas, AuditTrail audit) {
        this.types = types;
        this.units = units;
        this.areas = areas;
        this.audit = audit;
    }

    /** A type and its time limit hold for the whole city, so only an office of the city changes them. */
    @Transactional
    public void change(CurrentUser user, CaseType type) {
        if (!user.cityWide()) {
            throw new NotAllowed("问题类型及其时限全市通用，只有市级可以修改。");
        }
        if (type.name().isBlank()) {
            throw new RuleViolation("case.type.name-missing", "请填写问题类型的名称。");
        }
        if (types.byCode(type.code()).isEmpty()) {
            throw new NotFound("问题类型");
        }
        types.change(type);
        audit.record(
                "case.type",
                "case-type",
                type.code(),
                Map.of("name", type.name(), "limit", type.limit().words()));
    }

    @Transactional
    public void route(CurrentUser user, String typeCode, String areaCode, UUID unitId) {
        types.need(typeCode);
        if (areas.byCode(areaCode).isEmpty() || !user.scope().administers(areaCode)) {
            throw new RuleViolation("case.route.area-unknown", "没有代码为“" + areaCode + "”的区域，或它不在您的数据范围内。");
        }
        if (units.byId(unitId).isEmpty()) {
            throw new RuleViolation("case.unit.unknown", "没有这个单位，或它已停用，请重新选择。");
        }
        types.route(typeCode, areaCode, unitId);
        audit.record("case.route", "case-type", typeCode, Map.of("area", areaCode, "unit", unitId));
    }

    @Transactional
    public void unroute(CurrentUser user, UUID routeId) {
        boolean theirs = types.routes().stream()
                .anyMatch(route -> route.id().equals(routeId) && user.scope().administers(route.areaCode()));
        if (!theirs) {
            throw new NotFound("默认责任单位");
        }
        types.unroute(routeId);
        audit.record("case.unroute", "case-route", routeId, Map.of());
    }
}
