package org.civitas.territory.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnits implements Units {

    private static final String SELECT = "select id, code, name, kind, area_code, parent_id, active from unit ";
    private static final String BELOW = """
            with recursive below as (
                select id from unit where id = :id
                union
                select unit.id from unit join below on unit.parent_id = below.id)
            """;

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Unit> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JdbcUnits::unit)
                .optional();
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(JdbcUnits::unit)
                .optional();
    }

    @Override
    public Map<UUID, Unit> byIds(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + "where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(JdbcUnits::unit)
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    @Override
    public boolean any() {
        return jdbc.sql("select exists(select 1 from unit)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Unit> all() {
        return jdbc.sql(SELECT + "order by code").query(JdbcUnits::unit).list();
    }

    @Override
    public List<Unit> search(String words, int limit) {
        return jdbc.sql(SELECT + """
                where active and (position(lower(:words) in lower(name)) > 0 or position(lower(:words) in lower(code)) > 0)
                order by length(name), code limit :limit
                """)
                .param("words", words.strip())
                .param("limit", limit)
                .query(JdbcUnits::unit)
                .list();
    }

    @Override
    public List<Unit> subUnits(UUID parentId) {
        return jdbc.sql(SELECT + "where parent_id = :id and active order by code")
                .param("id", parentId)
                .query(JdbcUnits::unit)
                .list();
    }

    @Override
    public List<UUID> withSubUnits(UUID id) {
        return jdbc.sql(BELOW + "select id from below")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<Unit> territoryUnitOf(String areaCode) {
        return jdbc.sql(SELECT + """
                where kind = 'TERRITORY' and active and area_code = any(:line)
                order by length(area_code) desc, code limit 1
                """)
                .param("line", upwards(areaCode))
                .query(JdbcUnits::unit)
                .optional();
    }

    @Override
    public boolean isSubUnitOf(UUID unitId, UUID ancestorId) {
        return !unitId.equals(ancestorId)
                && jdbc.sql(BELOW + "select exists(select 1 from below where id = :unit)")
                        .param("id", ancestorId)
                        .param("unit", unitId)
                        .query(Boolean.class)
                        .single();
    }

    static String[] upwards(String areaCode) {
        return new AreaCode(areaCode).upwards().stream().map(AreaCode::value).toArray(String[]::new);
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("area_code"),
                row.getObject("parent_id", UUID.class),
                row.getBoolean("active"));
    }
}
