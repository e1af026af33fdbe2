package org.civitas.identity.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.RowBatch;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitFinder;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;

/** 导入账号 — accounts from a workbook; initial passwords are given out afterwards, roles wait for a security administrator. */
public final class AccountImport implements SheetImport<AccountImport.Row> {

    public static final String LOGIN_HEADER = "账号";
    public static final String ROLES_HEADER = "角色";
    public static final Map<String, String> SCOPES = scopes();

    static final Column<String> LOGIN =
            Column.text(LOGIN_HEADER, 40).required().example("chengguan01").note("2 到 40 个字母、汉字、数字或 . _ -，全系统不重复。");
    static final Column<String> NAME = Column.text("姓名", 40).required().example("王某");
    static final Column<String> ROLES =
            Column.text(ROLES_HEADER, 200).required().example("责任单位经办人").note("填角色名称，多个用顿号隔开；待安全管理员授予后生效。");
    static final Column<String> SCOPE = Column.choice("数据范围", SCOPES).required().example("本单位");
    static final Column<String> AREA =
            Column.code("区划代码", 15).required().example("9901").note("能看到的最大区域。");
    static final Column<String> UNIT = Column.text("单位", 60).example("市城市管理局").note("填单位全称或单位代码；数据范围为本单位时必填。");

    public static final SheetForm FORM = SheetForm.of("账号", LOGIN, NAME, ROLES, SCOPE, AREA, UNIT)
            .unique(LOGIN)
            .instruction("不填密码：导入后在账号页面下载初始密码表，只能下载一次；本人首次登录须修改密码。")
            .instruction("已有的账号不能再次导入；要改请在账号页面修改。")
            .mostRows(2_000);

    /** A good row. */
    public record Row(String login, String name, Grant grant) {}

    private final CurrentUser by;
    private final Areas areas;
    private final Units units;
    private final RoleTable roles;
    private final OpenAccount opening;
    private final GrantRoles granting;

    public AccountImport(
            CurrentUser by, Areas areas, Units units, RoleTable roles, OpenAccount opening, GrantRoles granting) {
        this.by = by;
        this.areas = areas;
        this.units = units;
        this.roles = roles;
        this.opening = opening;
        this.granting = granting;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public RowMapping<Row> mapping() {
        UnitFinder finder = new UnitFinder(units.all());
        Map<String, String> codes = new LinkedHashMap<>();
        roles.all().forEach(role -> codes.put(role.name(), role.code()));
        return batch -> {
            Map<String, Area> known = areas.byCodes(batch.values(AREA));
            Set<String> taken = opening.taken(batch.values(LOGIN));
            batch.rows().forEach(row -> map(batch, row, known, taken, finder, codes));
        };
    }

    private void map(
            RowBatch<Row> batch,
            SheetRow row,
            Map<String, Area> known,
            Set<String> taken,
            UnitFinder finder,
            Map<String, String> codes) {
        String login = row.need(LOGIN);
        if (!OpenAccount.wellFormed(login)) {
            row.fault(LOGIN, "账号应为 2 到 40 个字母、汉字、数字或 . _ - 。");
        } else if (taken.contains(login)) {
            row.fault(LOGIN, "账号 " + login + " 已被使用，请换一个。");
        }
        if (!known.containsKey(row.need(AREA))) {
            row.fault(AREA, "没有代码为 " + row.need(AREA) + " 的区划。");
        }
        Grant grant = new Grant(roles(row, codes), row.need(SCOPE), row.need(AREA), unit(row, finder));
        if (row.isGood()) {
            checkTogether(row, grant);
        }
        if (row.isGood()) {
            batch.accept(row, new Row(login, row.need(NAME), grant));
        }
    }

    private static @Nullable UUID unit(SheetRow row, UnitFinder finder) {
        String words = row.get(UNIT);
        if (words == null) {
            return null;
        }
        Optional<Unit> unit = finder.find(words);
        if (unit.isEmpty()) {
            row.fault(UNIT, finder.whyNot(words));
        }
        return unit.map(Unit::id).orElse(null);
    }

    private static List<String> roles(SheetRow row, Map<String, String> codes) {
        List<String> found = new ArrayList<>();
        for (String name : row.need(ROLES).split("[、,，;；\\s]+")) {
            String code = codes.get(name);
            if (code == null) {
                row.fault(ROLES, "没有角色“" + name + "”；可填：" + String.join("、", codes.keySet()) + "。");
            } else {
                found.add(code);
            }
        }
        return found;
    }

    private void checkTogether(SheetRow row, Grant grant) {
        try {
            granting.check(by.city().rootArea(), grant);
        } catch (BadInput fault) {
            fault.faults().forEach(one -> row.fault(one.field().equals("unitId") ? UNIT : AREA, one.message()));
        } catch (RuleViolation fault) {
            row.fault(ROLES, String.valueOf(fault.getMessage()));
        }
    }

    @Override
    public void write(List<Row> records) {
        records.forEach(row -> opening.openWithoutPassword(by, row.login(), row.name(), row.grant()));
    }

    private static Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("全市", "CITY");
        scopes.put("本区域", "AREA");
        scopes.put("本单位", "UNIT");
        scopes.put("本人", "OWN");
        return scopes;
    }
}
