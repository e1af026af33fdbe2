package org.civitas.site.application;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.xlsx.BadCell;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.site.Sites;
import org.civitas.site.domain.SiteFacts;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.CoordinateSystem;
import org.civitas.territory.UnitFinder;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;

/** 导入点位 — new sites from a workbook; positions of either system are kept as WGS-84. */
final class SiteImport implements SheetImport<Site> {

    static final Column<String> CODE = Column.code("点位编号", 40).required().example("SC-0001");
    static final Column<String> NAME = Column.text("点位名称", 60).required().example("幸福农贸市场");
    static final Column<String> TYPE =
            Column.text("点位类型", 30).required().example("农贸市场").note("填类型名称或代码，见测评体系的点位类型。");
    static final Column<String> AREA =
            Column.code("区划代码", 15).required().example("990101001001").note("点位所在社区（村）的 12 位代码。");
    static final Column<String> ADDRESS = Column.text("地址", 120).example("幸福路 18 号");
    static final Column<BigDecimal> LONGITUDE =
            Column.decimal("经度", "73", "136", 15).required().example("118.2751");
    static final Column<BigDecimal> LATITUDE =
            Column.decimal("纬度", "3", "54", 15).required().example("33.9632");
    static final Column<CoordinateSystem> SYSTEM =
            Column.choice("坐标系", systems()).required().example("WGS84").note("卫星定位为 WGS84；国内地图软件上取的点为 GCJ02，系统会换算。");
    static final Column<String> DEPARTMENT = Column.text("主管部门", 60).note("单位全称或单位代码，可不填。");
    static final Column<String> TERRITORY = Column.text("属地单位", 60).note("单位全称或单位代码；不填时按区划认定。");
    static final Column<String> PERSON = words("负责人", 60).note("姓名或职务，不填电话。");
    static final Column<String> NOTE = words("备注", 200);

    static final SheetForm FORM = SheetForm.of(
                    "点位",
                    CODE,
                    NAME,
                    TYPE,
                    AREA,
                    ADDRESS,
                    LONGITUDE,
                    LATITUDE,
                    SYSTEM,
                    DEPARTMENT,
                    TERRITORY,
                    PERSON,
                    NOTE)
            .unique(CODE)
            .mostRows(500_000)
            .instruction("已登记的点位编号不能再次导入；要改登记内容请在点位页面修改。")
            .instruction("不登记个人手机号码。");

    private final DataScope scope;
    private final Sites sites;
    private final SiteLoading loading;
    private final Areas areas;
    private final Units units;
    private final Map<String, String> types;

    SiteImport(
            DataScope scope,
            Sites sites,
            SiteLoading loading,
            Areas areas,
            Units units,
            Map<String, String> typeNames) {
        this.scope = scope;
        this.sites = sites;
        this.loading = loading;
        this.areas = areas;
        this.units = units;
        this.types = new LinkedHashMap<>();
        typeNames.forEach((code, name) -> this.types.put(name, code));
        typeNames.keySet().forEach(code -> this.types.put(code, code));
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowMapping<Site> mapping() {
        UnitFinder finder = new UnitFinder(units.all());
        var city = areas.cityOutline();
        return batch -> {
            Map<String, Area> known = areas.byCodes(batch.values(AREA));
            Map<String, Site> taken = sites.byCodes(batch.values(CODE));
            for (SheetRow row : batch.rows()) {
                checkKeys(row, known, taken);
                GeoPoint position = position(row);
                if (!city.test(position)) {
                    row.fault(
                            LONGITUDE,
                            "位置（" + row.text(LONGITUDE) + "，" + row.text(LATITUDE) + "）不在本市范围内，请检查经纬度是否颠倒、坐标系是否选对。");
                }
                Optional<UUID> department = unit(row, DEPARTMENT, finder);
                Optional<UUID> territory = unit(row, TERRITORY, finder);
                if (row.isGood()) {
                    SiteFacts facts = facts(row, position, department.orElse(null), territory.orElse(null));
                    batch.accept(row, EditSite.site(Ids.next(), facts, SiteState.ACTIVE, loading.newToken(), 0));
                }
            }
        };
    }

    private void checkKeys(SheetRow row, Map<String, Area> known, Map<String, Site> taken) {
        Site same = taken.get(row.need(CODE));
        if (same != null) {
            row.fault(CODE, "点位编号 " + same.code() + " 已被“" + same.name() + "”使用。");
        }
        if (!types.containsKey(row.need(TYPE))) {
            row.fault(TYPE, "没有名称或代码为“" + row.need(TYPE) + "”的点位类型。");
        }
        Area area = known.get(row.need(AREA));
        if (area == null) {
            row.fault(AREA, "没有代码为 " + row.need(AREA) + " 的区划。");
        } else if (!scope.administers(area.code())) {
            row.fault(AREA, "区划“" + area.path() + "”不在您的数据范围内。");
        }
    }

    private static GeoPoint position(SheetRow row) {
        return row.need(SYSTEM)
                .toWgs84(new GeoPoint(
                        row.need(LONGITUDE).doubleValue(), row.need(LATITUDE).doubleValue()));
    }

    private static Optional<UUID> unit(SheetRow row, Column<String> column, UnitFinder finder) {
        @Nullable String words = row.get(column);
        if (words == null) {
            return Optional.empty();
        }
        var found = finder.find(words);
        if (found.isEmpty()) {
            row.fault(column, finder.whyNot(words));
        }
        return found.map(unit -> unit.id());
    }

    private SiteFacts facts(SheetRow row, GeoPoint position, @Nullable UUID department, @Nullable UUID territory) {
        return new SiteFacts(
                row.need(CODE),
                row.need(NAME),
                Objects.requireNonNull(types.get(row.need(TYPE))),
                row.need(AREA),
                row.getOr(ADDRESS, ""),
                position,
                department,
                territory,
                row.getOr(PERSON, ""),
                row.getOr(NOTE, ""));
    }

    @Override
    public void write(List<Site> records) {
        loading.sites(records);
    }

    private static Column<String> words(String header, int most) {
        return Column.of(header, "文字，不超过 " + most + " 字", cell -> {
            if (cell.text().length() > most) {
                throw new BadCell("“" + header + "”不能超过 " + most + " 字。");
            }
            if (SiteFacts.holdsMobileNumber(cell.text())) {
                throw new BadCell("点位不登记个人手机号码，请删去号码，只写姓名或职务。");
            }
            return cell.text();
        });
    }

    private static Map<String, CoordinateSystem> systems() {
        Map<String, CoordinateSystem> systems = new LinkedHashMap<>();
        for (CoordinateSystem system : CoordinateSystem.values()) {
            systems.put(system.name(), system);
        }
        return systems;
    }
}
