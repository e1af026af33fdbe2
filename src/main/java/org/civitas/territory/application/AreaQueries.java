package org.civitas.territory.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.civitas.platform.access.DataScope;
import org.civitas.territory.AreaKind;
import org.civitas.territory.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The area tree as pages show it: level by level, with counts. */
@Repository
public class AreaQueries {

    /** 区划 as pages show it; the counts reach all the way down. */
    public record AreaView(
            String code,
            String name,
            AreaLevel level,
            String levelLabel,
            AreaKind kind,
            String kindLabel,
            @Nullable String parentCode,
            String path,
            int children,
            int streets,
            int communities,
            int units,
            boolean hasBoundary,
            int version) {}

    private static final String SELECT = """
            select a.code, a.name, a.level, a.kind, a.parent_code, a.path, a.version,
                   (select count(*) from area c where c.parent_code = a.code) as children,
                   (select count(*) from area c where c.code ~>=~ a.code and c.code ~<~ (a.code || ':')
                                                  and c.level = 'STREET') as streets,
                   (select count(*) from area c where c.code ~>=~ a.code and c.code ~<~ (a.code || ':')
                                                  and c.level = 'COMMUNITY') as communities,
                   (select count(*) from unit u where u.area_code ~>=~ a.code and u.area_code ~<~ (a.code || ':')
                                                  and u.active) as units,
                   exists(select 1 from area_boundary b where b.area_code = a.code) as has_boundary
            from area a
            """;

    private final JdbcClient jdbc;

    AreaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The top of the tree for an asker: the city, or the area of the scope; empty before the tree is loaded. */
    public Optional<AreaView> top(DataScope scope) {
        return jdbc.sql(SELECT + "where a.code = :code")
                .param("code", scope.areaCode())
                .query(AreaQueries::view)
                .optional();
    }

    public Optional<AreaView> one(String code) {
        return jdbc.sql(SELECT + "where a.code = :code")
                .param("code", code)
                .query(AreaQueries::view)
                .optional();
    }

    public List<AreaView> children(String parent) {
        return jdbc.sql(SELECT + "where a.parent_code = :parent order by a.code")
                .param("parent", parent)
                .query(AreaQueries::view)
                .list();
    }

    /** Areas whose name or code contains the words, the larger ones first. */
    public List<AreaView> search(DataScope scope, String words, int limit) {
        return jdbc.sql(SELECT + """
                where a.code like :scope and (position(:words in a.name) > 0 or a.code like :prefix)
                order by length(a.code), length(a.name), a.code limit :limit
                """)
                .param("scope", scope.areaPattern())
                .param("words", words)
                .param("prefix", words.matches("\\d+") ? words + "%" : "")
                .param("limit", limit)
                .query(AreaQueries::view)
                .list();
    }

    private static AreaView view(ResultSet row, int number) throws SQLException {
        AreaLevel level = AreaLevel.valueOf(row.getString("level"));
        AreaKind kind = AreaKind.valueOf(row.getString("kind"));
        return new AreaView(
                row.getString("code"),
                row.getString("name"),
                level,
                level.label(),
                kind,
                kind.label(),
                row.getString("parent_code"),
                row.getString("path"),
                row.getInt("children"),
                row.getInt("streets"),
                row.getInt("communities"),
                row.getInt("units"),
                row.getBoolean("has_boundary"),
                row.getInt("version"));
    }
}
