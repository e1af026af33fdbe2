package org.civitas.territory.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.territory.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units as pages show them. */
@Repository
public class UnitQueries {

    /** 单位 as pages show it. */
    public record UnitView(
            UUID id,
            String code,
            String name,
            UnitKind kind,
            String kindLabel,
            String areaCode,
            String areaPath,
            String areaName,
            @Nullable UUID parentId,
            @Nullable String parentName,
            int subUnits,
            int duties,
            boolean active,
            int version) {}

    /** What the list of units is asked for; nulls do not filter. */
    public record Filter(
            @Nullable String words,
            @Nullable UnitKind kind,
            @Nullable String areaCode,
            @Nullable UUID parentId,
            @Nullable Boolean active) {}

    private static final String SELECT = """
            select u.id, u.code, u.name, u.kind, u.area_code, a.path as area_path, u.parent_id, p.name as parent_name,
                   u.active, u.version,
                   (select count(*) from unit s where s.parent_id = u.id and s.active) as sub_units,
                   (select count(*) from duty d where d.unit_id = u.id and (d.last_day is null or d.last_day >= current_date)) as duties
            from unit u left join unit p on p.id = u.parent_id left join area a on a.code = u.area_code
            """;
    private static final String WHERE = """
            where (:words = '' or position(lower(:words) in lower(u.name)) > 0 or position(lower(:words) in lower(u.code)) > 0)
              and (:kind = '' or u.kind = :kind)
              and (:area = '' or u.area_code like :area || '%')
              and (:parent::uuid is null or u.parent_id = :parent::uuid)
              and (:active::boolean is null or u.active = :active::boolean)
            """;

    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole city's register: which bodies there are is no secret of an area. */
    public Slice<UnitView> list(Filter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, 1);
        List<UnitView> rows = filtered(SELECT + WHERE + " and u.code > :after order by u.code limit :limit", filter)
                .param("after", cursor == null ? "" : cursor.key(0))
                .param("limit", limit + 1)
                .query(UnitQueries::view)
                .list();
        long total = filtered("select count(*) from unit u " + WHERE, filter)
                .query(Long.class)
                .single();
        return Slice.of(rows, limit, unit -> Cursor.of(unit.code()), total);
    }

    public Optional<UnitView> one(UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id")
                .param("id", id)
                .query(UnitQueries::view)
                .optional();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param("area", filter.areaCode() == null ? "" : filter.areaCode())
                .param("parent", filter.parentId())
                .param("active", filter.active());
    }

    private static UnitView view(ResultSet row, int number) throws SQLException {
        UnitKind kind = UnitKind.valueOf(row.getString("kind"));
        String path = row.getString("area_path") == null ? row.getString("area_code") : row.getString("area_path");
        return new UnitView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                kind,
                kind.label(),
                row.getString("area_code"),
                path,
                path.substring(path.lastIndexOf('/') + 1),
                row.getObject("parent_id", UUID.class),
                row.getString("parent_name"),
                row.getInt("sub_units"),
                row.getInt("duties"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
