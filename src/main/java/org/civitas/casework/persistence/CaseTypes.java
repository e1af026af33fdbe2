package org.civitas.casework.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.domain.TypeGuess;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Types of problems with their defaults, and where they go by default. */
@Repository
public class CaseTypes {

    /** 问题类型. */
    public record CaseType(
            String code,
            String name,
            String category,
            String source,
            TimeLimit limit,
            boolean pictureNeeded,
            boolean enabled,
            List<String> keywords,
            int version) {}

    /** 默认责任单位 — of a type within an area. */
    public record Route(UUID id, String typeCode, String areaCode, UUID unitId) {}

    /** What a finding is filed under when no word says more. */
    public static final String OTHER = "L030";

    private static final String SELECT = "select * from case_type ";

    private final JdbcClient jdbc;

    CaseTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CaseType> all(boolean enabledOnly) {
        return types(jdbc.sql(SELECT + (enabledOnly ? "where enabled " : "") + "order by position"));
    }

    /** Names by code; an unknown code has none. */
    public Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select code, name from case_type where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    public Optional<CaseType> byCode(String code) {
        return types(jdbc.sql(SELECT + "where code = :code").param("code", code)).stream()
                .findFirst();
    }

    public CaseType need(String code) {
        return byCode(code).orElseThrow(() -> unknown(code));
    }

    public static RuleViolation unknown(String code) {
        return new RuleViolation("case.type.unknown", "没有代码为“" + code + "”的问题类型。");
    }

    public TypeGuess guess() {
        return new TypeGuess(all(true).stream()
                .map(type -> new TypeGuess.Keywords(type.code(), type.keywords()))
                .toList());
    }

    public void change(CaseType type) {
        int rows = jdbc.sql("""
                        update case_type set name = :name, category = :category, limit_amount = :amount, limit_unit = :unit,
                            picture_needed = :picture, enabled = :enabled, keywords = :keywords, version = version + 1
                        where code = :code and version = :version
                        """)
                .param("name", type.name())
                .param("category", type.category())
                .param("amount", type.limit().amount())
                .param("unit", type.limit().unit().name())
                .param("picture", type.pictureNeeded())
                .param("enabled", type.enabled())
                .param("keywords", type.keywords().toArray(String[]::new))
                .param("code", type.code())
                .param("version", type.version())
                .update();
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    /** The default unit of each case by its type and the most specific area that has one; cases without are missing. */
    public Map<UUID, UUID> routesOf(List<CaseRow> files) {
        Map<UUID, UUID> routes = new HashMap<>();
        jdbc.sql("""
                        select distinct on (f.id) f.id, r.unit_id
                        from unnest(cast(:ids as uuid[]), cast(:types as text[]), cast(:areas as text[])) as f(id, type, area)
                        join case_route r on r.type_code = f.type and starts_with(f.area, r.area_code)
                        order by f.id, length(r.area_code) desc
                        """)
                .param("ids", files.stream().map(CaseRow::id).toArray(UUID[]::new))
                .param("types", files.stream().map(CaseRow::typeCode).toArray(String[]::new))
                .param("areas", files.stream().map(CaseRow::areaCode).toArray(String[]::new))
                .query(row -> {
                    routes.put(row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class));
                });
        return routes;
    }

    public List<Route> routes() {
        return jdbc.sql(
                        "select id, type_code, area_code, unit_id from case_route order by type_code, area_code limit 5000")
                .query(Route.class)
                .list();
    }

    public void route(String typeCode, String areaCode, UUID unitId) {
        jdbc.sql("""
                        insert into case_route (id, type_code, area_code, unit_id) values (:id, :type, :area, :unit)
                        on conflict (type_code, area_code) do update set unit_id = excluded.unit_id
                        """)
                .param("id", Ids.next())
                .param("type", typeCode)
                .param("area", areaCode)
                .param("unit", unitId)
                .update();
    }

    public boolean unroute(UUID id) {
        return jdbc.sql("delete from case_route where id = :id").param("id", id).update() > 0;
    }

    private static List<CaseType> types(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new CaseType(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("source"),
                        new TimeLimit(row.getInt("limit_amount"), LimitUnit.valueOf(row.getString("limit_unit"))),
                        row.getBoolean("picture_needed"),
                        row.getBoolean("enabled"),
                        List.of((String[]) row.getArray("keywords").getArray()),
                        row.getInt("version")))
                .list();
    }
}
