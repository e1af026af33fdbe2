package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.casework.Ratio;
import org.civitas.casework.persistence.AssignmentFigures;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.FigureTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.Period;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "casework")
class FigureController {

    record FiguresView(
            LocalDate from, LocalDate to, OffsetDateTime cutoff, FigureLineView total, List<FigureLineView> lines) {}

    /** @param inTimeRate handed in by the inner deadline, of those due */
    record AssignmentLineView(
            UUID unitId,
            String unitName,
            long assigned,
            long due,
            long inTime,
            long overdueOpen,
            @Nullable BigDecimal inTimeRate) {}

    private final FigureTable table;
    private final AssignmentFigures assignments;
    private final Units units;
    private final Areas areas;
    private final CaseTypes types;
    private final Clock clock;

    FigureController(
            FigureTable table, AssignmentFigures assignments, Units units, Areas areas, CaseTypes types, Clock clock) {
        this.table = table;
        this.assignments = assignments;
        this.units = units;
        this.areas = areas;
        this.types = types;
        this.clock = clock;
    }

    @Allow(Permission.CASE_READ)
    @Operation(summary = "案件指标：按单位、区域、类型或月份，截至某一时刻")
    @GetMapping("/api/case-figures")
    FiguresView show(
            CurrentUser user,
            @RequestParam(defaultValue = "UNIT") String by,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable OffsetDateTime cutoff,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String type) {
        Instant asOf = cutoff == null ? clock.instant() : cutoff.toInstant();
        FigureQuery query = scoped(
                user,
                new FigureQuery(
                        area == null || area.isEmpty() ? user.scope().areaCode() : area,
                        unit,
                        type == null || type.isEmpty() ? null : type,
                        new Period(from, to),
                        asOf));
        Shown shown = shown(by, query, table.within(CaseScope.of(user)));
        return new FiguresView(
                from,
                to,
                asOf.atZone(WorkingTime.ZONE).toOffsetDateTime(),
                FigureLineView.of("", "合计", shown.total()),
                shown.lines());
    }

    @Allow(Permission.CASE_READ)
    @Operation(summary = "转派指标：各承接单位按内部期限报送的情况")
    @GetMapping("/api/case-assignment-figures")
    List<AssignmentLineView> assignments(
            CurrentUser user,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String area) {
        String within = area == null || area.isEmpty() ? user.scope().areaCode() : area;
        FigureQuery query = scoped(user, new FigureQuery(within, null, null, new Period(from, to), clock.instant()));
        List<AssignmentFigures.Line> lines = assignments.byUnit(query, CaseScope.of(user));
        Map<UUID, Unit> known =
                units.byIds(lines.stream().map(AssignmentFigures.Line::unitId).toList());
        return lines.stream()
                .map(line -> assignment(line, known.get(line.unitId())))
                .toList();
    }

    private static AssignmentLineView assignment(AssignmentFigures.Line line, @Nullable Unit unit) {
        return new AssignmentLineView(
                line.unitId(),
                unit == null ? "（已不存在的单位）" : unit.name(),
                line.assigned(),
                line.due(),
                line.inTime(),
                line.overdueOpen(),
                new Ratio(line.inTime(), line.due()).percent());
    }

    /** An area's office sees its area, a unit itself. */
    private static FigureQuery scoped(CurrentUser user, FigureQuery asked) {
        DataScope scope = user.scope();
        if (!scope.covers(asked.areaCode())) {
            throw new NotFound("区域");
        }
        return scope instanceof DataScope.Unit own
                ? new FigureQuery(asked.areaCode(), own.unitId(), asked.typeCode(), asked.period(), asked.cutoff())
                : asked;
    }

    private record Shown(FigureSet total, List<FigureLineView> lines) {}

    private Shown shown(String by, FigureQuery query, FigureTable figures) {
        return switch (by) {
            case "UNIT" -> shown(figures.unitsWithTotal(query), this::byUnit);
            case "AREA" -> shown(figures.areasWithTotal(query, below(query.areaCode())), this::byArea);
            case "TYPE" -> shown(figures.typesWithTotal(query), this::byType);
            case "MONTH" ->
                new Shown(
                        figures.total(query),
                        named(figures.byMonth(query), month -> month.getYear() + "年" + month.getMonthValue() + "月"));
            default -> throw new BadInput("by", "只能按单位（UNIT）、区域（AREA）、类型（TYPE）或月份（MONTH）统计。");
        };
    }

    private static <K> Shown shown(
            FigureTable.WithTotal<K> figures, Function<Map<K, FigureSet>, List<FigureLineView>> lines) {
        return new Shown(figures.total(), lines.apply(figures.lines()));
    }

    private List<FigureLineView> byType(Map<String, FigureSet> byType) {
        return named(
                byType, code -> types.byCode(code).map(CaseTypes.CaseType::name).orElse(code));
    }

    private List<FigureLineView> byUnit(Map<UUID, FigureSet> byUnit) {
        Map<UUID, Unit> known = units.byIds(byUnit.keySet());
        return named(byUnit, id -> {
            Unit unit = known.get(id);
            return unit == null ? "（已不存在的单位）" : unit.name();
        });
    }

    private List<FigureLineView> byArea(Map<String, FigureSet> byArea) {
        Map<String, Area> known = areas.byCodes(byArea.keySet());
        return named(byArea, code -> {
            Area area = known.get(code);
            return area == null ? code : area.name();
        });
    }

    private static int below(String areaCode) {
        return switch (areaCode.length()) {
            case 4 -> 6;
            case 6 -> 9;
            case 9 -> 12;
            default -> 15;
        };
    }

    private static <K> List<FigureLineView> named(Map<K, FigureSet> figures, Function<K, String> name) {
        List<FigureLineView> lines = new ArrayList<>();
        figures.forEach((key, set) -> lines.add(FigureLineView.of(key.toString(), name.apply(key), set)));
        return lines;
    }
}
