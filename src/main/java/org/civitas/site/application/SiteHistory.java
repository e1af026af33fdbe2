package org.civitas.site.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.civitas.site.SiteState;
import org.civitas.site.domain.SiteChange;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 点位沿革 — who changed what and when, the latest first, in words. */
@Repository
public class SiteHistory {

    /** One fact before and after. */
    public record FactChangeView(String fact, String before, String after) {}

    /** One line of a site's history. */
    public record SiteVersionView(
            int version, Instant changedAt, String changedBy, String change, List<FactChangeView> facts) {}

    private record Line(int version, Instant at, String by, SiteChange change, JsonNode facts) {}

    private static final Map<String, String> LABELS = labels();

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SiteTypes types;
    private final Areas areas;
    private final Units units;

    SiteHistory(JdbcClient jdbc, JsonMapper json, SiteTypes types, Areas areas, Units units) {
        this.jdbc = jdbc;
        this.json = json;
        this.types = types;
        this.areas = areas;
        this.units = units;
    }

    public List<SiteVersionView> of(UUID siteId) {
        List<Line> lines = jdbc.sql("""
                select version, changed_at, account_name, change, facts::text as facts
                from site_version where site_id = :site order by version
                """).param("site", siteId).query(this::line).list();
        Map<UUID, Unit> names = units.byIds(lines.stream()
                .flatMap(line -> Stream.of("departmentUnitId", "territorialUnitId")
                        .map(key -> line.facts().path(key).asString("")))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .distinct()
                .toList());
        List<SiteVersionView> views = new ArrayList<>();
        @Nullable Line before = null;
        for (Line line : lines) {
            views.addFirst(new SiteVersionView(
                    line.version(), line.at(), line.by(), line.change().label(), differences(before, line, names)));
            before = line;
        }
        return views;
    }

    private List<FactChangeView> differences(@Nullable Line before, Line now, Map<UUID, Unit> names) {
        if (before == null) {
            return List.of();
        }
        List<FactChangeView> found = new ArrayList<>();
        LABELS.forEach((key, label) -> {
            String was = before.facts().path(key).asString("");
            String is = now.facts().path(key).asString("");
            if (!Objects.equals(was, is)) {
                found.add(new FactChangeView(label, words(key, was, names), words(key, is, names)));
            }
        });
        return found;
    }

    private String words(String key, String value, Map<UUID, Unit> names) {
        if (value.isEmpty()) {
            return "（空）";
        }
        return switch (key) {
            case "typeCode" -> types.find(value).map(type -> type.name()).orElse(value);
            case "areaCode" -> areas.namePath(value);
            case "state" -> SiteState.valueOf(value).label();
            case "departmentUnitId", "territorialUnitId" -> {
                Unit unit = names.get(UUID.fromString(value));
                yield unit == null ? "（已删除的单位）" : unit.name();
            }
            default -> value;
        };
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("account_name"),
                SiteChange.valueOf(row.getString("change")),
                json.readTree(row.getString("facts")));
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("code", "编号");
        labels.put("name", "名称");
        labels.put("typeCode", "类型");
        labels.put("areaCode", "区划");
        labels.put("address", "地址");
        labels.put("longitude", "经度");
        labels.put("latitude", "纬度");
        labels.put("departmentUnitId", "主管部门");
        labels.put("territorialUnitId", "属地单位");
        labels.put("personInCharge", "负责人");
        labels.put("note", "备注");
        labels.put("state", "状态");
        return labels;
    }
}
