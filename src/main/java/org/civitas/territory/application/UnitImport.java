package org.civitas.territory.application;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.RowBatch;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.Ids;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;

/** 导入单位 — new units from a workbook; a parent stands further up in the file or is registered already. */
public final class UnitImport implements SheetImport<Unit> {

    static final Column<String> CODE = Column.code("单位代码", 30).required().example("SJ-012");
    static final Column<String> NAME = Column.text("单位名称", 60).required().example("市城市管理局");
    static final Column<UnitKind> KIND =
            Column.choice("条块", kinds()).required().example("条").note("条为部门，块为属地（区县、街道、社区）。");
    static final Column<String> AREA =
            Column.code("区划代码", 15).required().example("9901").note("部门填其服务的区划，属地填其负责的区划。");
    static final Column<String> PARENT = Column.code("上级单位代码", 30).note("可不填；填写时该单位应已登记，或排在本行之上。");

    public static final SheetForm FORM = SheetForm.of("单位", CODE, NAME, KIND, AREA, PARENT)
            .unique(CODE)
            .instruction("已登记的单位代码不能再次导入；要改名称、上级请在单位页面修改。")
            .mostRows(5_000);

    private final DataScope scope;
    private final Areas areas;
    private final Units units;
    private final TerritoryLoading loading;

    public UnitImport(DataScope scope, Areas areas, Units units, TerritoryLoading loading) {
        this.scope = scope;
        this.areas = areas;
        this.units = units;
        this.loading = loading;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowMapping<Unit> mapping() {
        Map<String, Unit> known = units.all().stream().collect(Collectors.toMap(Unit::code, unit -> unit));
        Map<String, UUID> ids = new HashMap<>();
        known.forEach((code, unit) -> ids.put(code, unit.id()));
        return batch -> {
            Map<String, Area> found = areas.byCodes(batch.values(AREA));
            batch.rows().forEach(row -> map(batch, row, known, ids, found));
        };
    }

    private void map(
            RowBatch<Unit> batch,
            SheetRow row,
            Map<String, Unit> known,
            Map<String, UUID> ids,
            Map<String, Area> found) {
        String code = row.need(CODE);
        Unit taken = known.get(code);
        if (taken != null) {
            row.fault(CODE, "单位代码 " + code + " 已被“" + taken.name() + "”使用。");
        }
        if (!found.containsKey(row.need(AREA))) {
            row.fault(AREA, "没有代码为 " + row.need(AREA) + " 的区划。");
        } else if (!scope.administers(row.need(AREA))) {
            row.fault(AREA, "区划 " + row.need(AREA) + " 不在您的数据范围内。");
        }
        @Nullable String parent = row.get(PARENT);
        if (parent != null && !ids.containsKey(parent)) {
            row.fault(PARENT, "没有代码为 " + parent + " 的上级单位；它应已登记，或排在本行之上。");
        }
        if (row.isGood()) {
            UUID id = ids.computeIfAbsent(code, c -> Ids.next());
            @Nullable UUID parentId = parent == null ? null : ids.get(parent);
            batch.accept(row, new Unit(id, code, row.need(NAME), row.need(KIND), row.need(AREA), parentId, true));
        }
    }

    @Override
    public void write(List<Unit> records) {
        loading.units(records);
    }

    private static Map<String, UnitKind> kinds() {
        Map<String, UnitKind> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            kinds.put(kind.label(), kind);
        }
        return kinds;
    }
}
