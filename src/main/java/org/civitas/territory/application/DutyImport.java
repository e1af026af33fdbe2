package org.civitas.territory.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.RowBatch;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.Ids;
import org.civitas.territory.Area;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Areas;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutyLine;
import org.civitas.territory.DutyPlaces;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewDuty;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitFinder;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;

/** 导入责任 — duties from a workbook, for an area, a type within an area, or one site. */
public final class DutyImport implements SheetImport<NewDuty> {

    static final Column<DutyKind> KIND =
            Column.choice("责任类别", kinds()).required().example("点位长");
    static final Column<String> AREA =
            Column.code("区划代码", 15).example("990101001").note("填写点位编号时可不填。");
    static final Column<String> SITE = Column.code("点位编号", 40).note("只对一个点位负责时填写。");
    static final Column<String> TYPE = Column.text("点位类型", 30).example("农贸市场").note("对区划内一类点位负责时填写类型名称或代码。");
    static final Column<String> UNIT =
            Column.text("单位", 60).required().example("市市场监督管理局").note("填单位全称或单位代码。");
    static final Column<String> PERSON = Column.text("姓名", 30).note("包挂、点位长、路长、岗长、网格员必填。");
    static final Column<String> TITLE = Column.text("职务", 60);
    static final Column<LocalDate> FIRST = Column.date("开始日期").required().example("2026-01-01");
    static final Column<LocalDate> LAST = Column.date("结束日期").note("长期有效的不填。");
    static final Column<String> BASIS = Column.text("依据", 200).note("文件名称、文号。");

    public static final SheetForm FORM = SheetForm.of(
                    "责任", KIND, AREA, SITE, TYPE, UNIT, PERSON, TITLE, FIRST, LAST, BASIS)
            .unique(KIND, AREA, SITE, TYPE, UNIT, PERSON, FIRST)
            .instruction("只写姓名和职务，不写电话。");

    private final DataScope scope;
    private final Areas areas;
    private final Units units;
    private final DutyPlaces places;
    private final TerritoryLoading loading;

    public DutyImport(DataScope scope, Areas areas, Units units, DutyPlaces places, TerritoryLoading loading) {
        this.scope = scope;
        this.areas = areas;
        this.units = units;
        this.places = places;
        this.loading = loading;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowMapping<NewDuty> mapping() {
        UnitFinder finder = new UnitFinder(units.all());
        Map<String, String> types = places.typeNames();
        return batch -> {
            Map<String, Area> known = areas.byCodes(batch.values(AREA));
            Map<String, DutyPlaces.Place> sites = places.byCodes(batch.values(SITE));
            for (SheetRow row : batch.rows()) {
                Optional<Unit> unit = finder.find(row.need(UNIT));
                if (unit.isEmpty()) {
                    row.fault(UNIT, finder.whyNot(row.need(UNIT)));
                }
                @Nullable DutyTarget target = target(row, known, sites, types);
                checkWords(row);
                if (row.isGood() && target != null && unit.isPresent()) {
                    accept(batch, row, target, unit.get());
                }
            }
        };
    }

    private @Nullable DutyTarget target(
            SheetRow row, Map<String, Area> known, Map<String, DutyPlaces.Place> sites, Map<String, String> types) {
        @Nullable String site = row.get(SITE);
        if (site != null) {
            DutyPlaces.Place place = sites.get(site);
            if (place == null || !scope.administers(place.areaCode())) {
                row.fault(SITE, "没有编号为 " + site + " 的点位，或它不在您的数据范围内。");
                return null;
            }
            return new DutyTarget.OfSite(place.id(), new AreaCode(place.areaCode()));
        }
        @Nullable String area = row.get(AREA);
        if (area == null || !known.containsKey(area) || !scope.administers(area)) {
            row.fault(AREA, area == null ? "区划代码和点位编号至少填一个。" : "没有代码为 " + area + " 的区划，或它不在您的数据范围内。");
            return null;
        }
        @Nullable String type = row.get(TYPE);
        if (type == null) {
            return new DutyTarget.OfArea(new AreaCode(area));
        }
        Optional<String> code = types.entrySet().stream()
                .filter(entry -> entry.getKey().equals(type) || entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
        if (code.isEmpty()) {
            row.fault(TYPE, "没有名称或代码为“" + type + "”的点位类型。");
            return null;
        }
        return new DutyTarget.OfType(code.get(), new AreaCode(area));
    }

    private static void checkWords(SheetRow row) {
        DutyKind kind = row.need(KIND);
        if (kind.line() == DutyLine.PERSON && kind != DutyKind.UNIT_LIAISON && row.get(PERSON) == null) {
            row.fault(PERSON, kind.label() + "要写明姓名。");
        }
        LocalDate last = row.get(LAST);
        if (last != null && last.isBefore(row.need(FIRST))) {
            row.fault(LAST, "结束日期 " + last + " 早于开始日期 " + row.need(FIRST) + "。");
        }
    }

    private static void accept(RowBatch<NewDuty> batch, SheetRow row, DutyTarget target, Unit unit) {
        Duty duty = new Duty(
                Ids.next(),
                row.need(KIND),
                target,
                unit.id(),
                row.get(PERSON),
                row.get(TITLE),
                null,
                row.need(FIRST),
                row.get(LAST));
        batch.accept(row, new NewDuty(duty, row.getOr(BASIS, "")));
    }

    @Override
    public void write(List<NewDuty> records) {
        loading.duties(records);
    }

    private static Map<String, DutyKind> kinds() {
        Map<String, DutyKind> kinds = new LinkedHashMap<>();
        for (DutyKind kind : DutyKind.values()) {
            kinds.put(kind.label(), kind);
        }
        return kinds;
    }
}
