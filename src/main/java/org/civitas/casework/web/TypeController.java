package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.application.ChangeCaseType;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.CaseTypes.CaseType;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "casework")
class TypeController {

    /** @param sourceWord 本市, or 国标（二手·未核对） */
    record CaseTypeView(
            String code,
            String name,
            String category,
            String sourceWord,
            int limitAmount,
            LimitUnit limitUnit,
            String limitWords,
            boolean pictureNeeded,
            boolean enabled,
            List<String> keywords,
            int version) {}

    record CaseTypeInput(
            String name,
            String category,
            int limitAmount,
            LimitUnit limitUnit,
            boolean pictureNeeded,
            boolean enabled,
            List<String> keywords,
            int version) {}

    record RouteView(
            UUID id,
            String typeCode,
            String typeName,
            String areaCode,
            String areaName,
            UUID unitId,
            String unitName) {}

    record RouteInput(String typeCode, String areaCode, UUID unitId) {}

    private final CaseTypes types;
    private final ChangeCaseType change;
    private final Areas areas;
    private final Units units;

    TypeController(CaseTypes types, ChangeCaseType change, Areas areas, Units units) {
        this.types = types;
        this.change = change;
        this.areas = areas;
        this.units = units;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "问题类型；all=true 时含停用的")
    @GetMapping("/api/case-types")
    List<CaseTypeView> list(@RequestParam(defaultValue = "false") boolean all) {
        return types.all(!all).stream().map(TypeController::view).toList();
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "修改问题类型")
    @PutMapping("/api/case-types/{code}")
    CaseTypeView change(CurrentUser user, @PathVariable String code, @RequestBody CaseTypeInput input) {
        change.change(
                user,
                new CaseType(
                        code,
                        input.name().strip(),
                        input.category().strip(),
                        "",
                        new TimeLimit(input.limitAmount(), input.limitUnit()),
                        input.pictureNeeded(),
                        input.enabled(),
                        input.keywords().stream()
                                .map(String::strip)
                                .filter(word -> !word.isEmpty())
                                .toList(),
                        input.version()));
        return view(types.need(code));
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "各类问题在各区域的默认责任单位")
    @GetMapping("/api/case-routes")
    List<RouteView> routes(CurrentUser user) {
        var routes = types.routes().stream()
                .filter(route -> concerns(user, route.areaCode()))
                .toList();
        var areaNames =
                areas.byCodes(routes.stream().map(CaseTypes.Route::areaCode).toList());
        var unitNames = units.byIds(routes.stream().map(CaseTypes.Route::unitId).toList());
        var typeNames = types.all(false);
        return routes.stream()
                .map(route -> new RouteView(
                        route.id(),
                        route.typeCode(),
                        typeNames.stream()
                                .filter(type -> type.code().equals(route.typeCode()))
                                .map(CaseType::name)
                                .findFirst()
                                .orElse(route.typeCode()),
                        route.areaCode(),
                        name(areaNames.get(route.areaCode()), route.areaCode()),
                        route.unitId(),
                        name(unitNames.get(route.unitId()))))
                .toList();
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "设定默认责任单位")
    @PostMapping("/api/case-routes")
    void route(CurrentUser user, @RequestBody RouteInput input) {
        change.route(user, input.typeCode(), input.areaCode(), input.unitId());
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "取消默认责任单位")
    @DeleteMapping("/api/case-routes/{id}")
    void unroute(CurrentUser user, @PathVariable UUID id) {
        change.unroute(user, id);
    }

    /** Routes of the own area, and those from above that hold where the area has none. */
    private static boolean concerns(CurrentUser user, String areaCode) {
        return user.scope().covers(areaCode) || user.scope().areaCode().startsWith(areaCode);
    }

    private static String name(@Nullable Area area, String code) {
        return area == null ? code : area.name();
    }

    private static String name(@Nullable Unit unit) {
        return unit == null ? "（已不存在的单位）" : unit.name();
    }

    private static CaseTypeView view(CaseType type) {
        return new CaseTypeView(
                type.code(),
                type.name(),
                type.category(),
                type.source().equals("LOCAL") ? "本市" : "国标（二手·未核对）",
                type.limit().amount(),
                type.limit().unit(),
                type.limit().words(),
                type.pictureNeeded(),
                type.enabled(),
                type.keywords(),
                type.version());
    }
}
