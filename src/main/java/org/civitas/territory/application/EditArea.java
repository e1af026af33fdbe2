package org.civitas.territory.application;

import java.util.List;
import java.util.Map;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Area;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.Areas;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an area to the tree, or gives one another name or kind; the paths of all below follow. */
@Service
public class EditArea {

    private final Areas areas;
    private final TerritoryLoading loading;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    EditArea(Areas areas, TerritoryLoading loading, JdbcClient jdbc, AuditTrail audit) {
        this.areas = areas;
        this.loading = loading;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public void add(DataScope scope, String code, String name, AreaKind kind) {
        AreaCode wanted = new AreaCode(code);
        requireKind(wanted, kind);
        if (!scope.administers(code)) {
            throw new RuleViolation("area.outside", "区划代码 " + code + " 不在您的数据范围内，应以 " + scope.areaCode() + " 开头。");
        }
        if (areas.byCode(code).isPresent()) {
            throw new Conflict("area.exists", "区划代码 " + code + " 已被“" + areas.namePath(code) + "”使用。");
        }
        loading.areas(List.of(new NewArea(code, name, kind)));
    }

    @Transactional
    public void change(DataScope scope, String code, String name, AreaKind kind, int version) {
        Area area = areas.byCode(code).filter(a -> scope.administers(a.code())).orElseThrow(() -> new NotFound("区划"));
        requireKind(new AreaCode(code), kind);
        int changed = jdbc.sql("""
                        update area set name = :name, kind = :kind, version = version + 1
                        where code = :code and version = :version
                        """)
                .param("name", name)
                .param("kind", kind.name())
                .param("code", code)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        String before = area.path();
        String after = before.substring(0, before.length() - area.name().length()) + name;
        jdbc.sql("update area set path = :after || substr(path, length(:before) + 1) where code like :code || '%'")
                .param("after", after)
                .param("before", before)
                .param("code", code)
                .update();
        audit.record("area.change", "area", code, Map.of("before", area.name(), "name", name, "kind", kind.name()));
    }

    private static void requireKind(AreaCode code, AreaKind kind) {
        if (kind.level() != code.level()) {
            throw new RuleViolation(
                    "area.kind.level",
                    "类别“" + kind.label() + "”属于" + kind.level().label() + "一级，而代码 " + code + " 是"
                            + code.level().label() + "一级。");
        }
    }
}
