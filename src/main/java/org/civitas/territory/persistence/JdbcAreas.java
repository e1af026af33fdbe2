package org.civitas.territory.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.Area;
import org.civitas.territory.AreaKind;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.Areas;
import org.civitas.territory.domain.Extent;
import org.civitas.territory.domain.Outline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAreas implements Areas {

    private static final String SELECT = "select code, name, level, kind, parent_code, path from area ";
    private static final Outline CHINA = new Extent(73, 3, 136, 54).asOutline();

    private final JdbcClient jdbc;
    private final OutlineReader outlines;

    JdbcAreas(JdbcClient jdbc, OutlineReader outlines) {
        this.jdbc = jdbc;
        this.outlines = outlines;
    }

    @Override
    public Optional<Area> byCode(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(JdbcAreas::area)
                .optional();
    }

    @Override
    public Map<String, Area> byCodes(Collection<String> codes) {
        return jdbc
                .sql(SELECT + "where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(JdbcAreas::area)
                .list()
                .stream()
                .collect(Collectors.toMap(Area::code, Function.identity()));
    }

    @Override
    public Optional<Area> root() {
        return jdbc.sql(SELECT + "where parent_code is null order by code limit 1")
                .query(JdbcAreas::area)
                .optional();
    }

    @Override
    public List<Area> children(String code) {
        return jdbc.sql(SELECT + "where parent_code = :code order by code")
                .param("code", code)
                .query(JdbcAreas::area)
                .list();
    }

    @Override
    public List<Area> ofLevel(AreaLevel level, String within) {
        return jdbc.sql(SELECT + "where level = :level and code like :within || '%' order by code")
                .param("level", level.name())
                .param("within", within)
                .query(JdbcAreas::area)
                .list();
    }

    @Override
    public String namePath(String code) {
        return byCode(code).map(Area::path).orElse(code);
    }

    @Override
    public boolean cityContains(GeoPoint position) {
        return cityOutline().test(position);
    }

    @Override
    public Predicate<GeoPoint> cityOutline() {
        return outlines.ofRoot().orElse(CHINA)::contains;
    }

    static Area area(ResultSet row, int number) throws SQLException {
        return new Area(
                row.getString("code"),
                row.getString("name"),
                AreaLevel.valueOf(row.getString("level")),
                AreaKind.valueOf(row.getString("kind")),
                row.getString("parent_code"),
                row.getString("path"));
    }
}
