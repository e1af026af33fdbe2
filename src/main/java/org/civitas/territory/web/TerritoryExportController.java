package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.Slice;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.territory.DutyKind;
import org.civitas.territory.UnitKind;
import org.civitas.territory.application.DutyQueries;
import org.civitas.territory.application.DutyQueries.DutyView;
import org.civitas.territory.application.UnitQueries;
import org.civitas.territory.application.UnitQueries.UnitView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the lists of units and duties show, as workbooks with the headers of the imports. */
@RestController
@Tag(name = "territory")
class TerritoryExportController {

    private static final List<ExportColumn<UnitView>> UNITS = List.of(
            ExportColumn.text("单位代码", UnitView::code),
            ExportColumn.<UnitView>text("单位名称", UnitView::name).wide(30),
            ExportColumn.text("条块", UnitView::kindLabel),
            ExportColumn.text("区划代码", UnitView::areaCode),
            ExportColumn.<UnitView>text("区划", UnitView::areaPath).wide(36),
            ExportColumn.<UnitView>text("上级单位", UnitView::parentName).wide(30),
            ExportColumn.number("下级单位数", UnitView::subUnits),
            ExportColumn.text("状态", unit -> unit.active() ? "在用" : "停用"));

    private static final List<ExportColumn<DutyView>> DUTIES = List.of(
            ExportColumn.text("责任类别", DutyView::kindLabel),
            ExportColumn.<DutyView>text("对什么负责", DutyView::target).wide(36),
            ExportColumn.text("区划代码", DutyView::areaCode),
            ExportColumn.text("点位类型", DutyView::siteType),
            ExportColumn.<DutyView>text("单位", DutyView::unitName).wide(30),
            ExportColumn.text("姓名", DutyView::personName),
            ExportColumn.text("职务", DutyView::personTitle),
            ExportColumn.date("开始日期", DutyView::firstDay),
            ExportColumn.date("结束日期", DutyView::lastDay),
            ExportColumn.<DutyView>text("依据", DutyView::basis).wide(30));

    private final UnitQueries units;
    private final DutyQueries duties;

    TerritoryExportController(UnitQueries units, DutyQueries duties) {
        this.units = units;
        this.duties = duties;
    }

    @Exports("units")
    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "导出所列单位")
    @GetMapping("/api/units/export")
    ResponseEntity<Resource> units(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID parentId,
            @RequestParam(required = false) @Nullable Boolean active) {
        var filter = new UnitQueries.Filter(query, kind, areaCode, parentId, active);
        return workbook("单位", UNITS, after -> units.list(filter, after, Slice.MAX_LIMIT));
    }

    @Exports("duties")
    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "导出所列责任")
    @GetMapping("/api/duties/export")
    ResponseEntity<Resource> duties(
            CurrentUser user,
            @RequestParam(required = false) @Nullable DutyKind kind,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String words) {
        var filter = new DutyQueries.Filter(kind, areaCode, unitId, null, on, words);
        return workbook("责任", DUTIES, after -> duties.list(user.scope(), filter, after, Slice.MAX_LIMIT));
    }

    private static <T> ResponseEntity<Resource> workbook(
            String title, List<ExportColumn<T>> columns, Function<@Nullable String, Slice<T>> pages) {
        return XlsxAnswer.of(title, out -> {
            try (var sheet = SheetWriter.open(out, title, columns)) {
                @Nullable String after = null;
                do {
                    Slice<T> page = pages.apply(after);
                    page.items().forEach(sheet::add);
                    after = page.next();
                } while (after != null);
            }
        });
    }
}
