package org.civitas.demo.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.casework.persistence.FigureSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The figures as one plain statement says them, with the percentiles of PostgreSQL; slow, to compare with. */
final class PlainFigures {

    private final NamedParameterJdbcTemplate jdbc;

    PlainFigures(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** @param key an expression; rows without it are under null */
    Map<@Nullable String, FigureSet> by(String key, FigureQuery query) {
        StringBuilder sql = new StringBuilder("select " + key + " as key");
        for (FigureSql figure : FigureSql.values()) {
            sql.append(", count(*) filter (where ")
                    .append(figure.condition())
                    .append(") as ")
                    .append(figure.name());
        }
        String closed = " filter (where " + FigureSql.CLOSED.condition() + ") / 60 as ";
        sql.append(", coalesce(sum(c.seen_again) filter (where " + FigureSql.FOUND.condition() + "), 0) as again")
                .append(", percentile_cont(0.5) within group (order by y.handling_minutes)" + closed + "half")
                .append(", percentile_cont(0.9) within group (order by y.handling_minutes)" + closed + "most")
                .append(", avg(y.handling_minutes)" + closed + "mean")
                .append(" from case_file c left join case_cycle y on y.case_id = c.id")
                .append(" where c.area_code like :area || '%' and c.state <> 'ANNULLED'")
                .append(query.typeCode() == null ? "" : " and c.type_code = :type")
                .append(query.unitId() == null ? "" : " and coalesce(y.lead_unit_id, c.lead_unit_id) = :unit")
                .append(" group by 1");
        Map<@Nullable String, FigureSet> found = new HashMap<>();
        jdbc.query(sql.toString(), params(query), row -> {
            found.put(row.getString("key"), figures(row));
        });
        return found;
    }

    private static Map<String, Object> params(FigureQuery query) {
        Map<String, Object> params = new HashMap<>();
        params.put("area", query.areaCode());
        params.put("type", query.typeCode());
        params.put("unit", query.unitId());
        params.put("cutoff", query.cutoff().atOffset(ZoneOffset.UTC));
        params.put("from", query.period().first().atStartOfDay(WorkingTime.ZONE).toOffsetDateTime());
        params.put(
                "to",
                query.period().last().plusDays(1).atStartOfDay(WorkingTime.ZONE).toOffsetDateTime());
        return params;
    }

    private static FigureSet figures(ResultSet row) throws SQLException {
        return new FigureSet(
                row.getLong("found"),
                row.getLong("mended"),
                row.getLong("accepted"),
                row.getLong("dispatched"),
                row.getLong("due"),
                row.getLong("on_time"),
                row.getLong("overdue_open"),
                row.getLong("submitted"),
                row.getLong("reworked"),
                row.getLong("refused"),
                row.getLong("signed_in_time"),
                row.getLong("again"),
                hours(row, "half"),
                hours(row, "most"),
                hours(row, "mean"));
    }

    private static @Nullable Double hours(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value * 100) / 100.0;
    }
}
