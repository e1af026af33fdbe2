package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in one pass over cases and cycles; a case outside the period in every respect is not read. */
@Repository
public class FigureTable implements CaseFigures {

    private static final String SELECT = """
            select %s as key,
                count(*) filter (where %s) as found, count(*) filter (where %s) as mended,
                count(*) filter (where %s) as accepted, count(*) filter (where %s) as dispatched,
                count(*) filter (where %s) as due, count(*) filter (where %s) as on_time,
                count(*) filter (where %s) as overdue_open, count(*) filter (where %s) as submitted,
                count(*) filter (where %s) as reworked, count(*) filter (where %s) as refused,
                count(*) filter (where %s) as signed_in_time,
                coalesce(sum(c.seen_again) filter (where %s), 0) as seen_again,
                percentile_cont(0.5) within group (order by y.handling_minutes) filter (where %s) / 60 as median_hours,
                percentile_cont(0.9) within group (order by y.handling_minutes) filter (where %s) / 60 as p90_hours,
                avg(y.handling_minutes) filter (where %s) / 60 as mean_hours
            from case_file c left join case_cycle y on y.case_id = c.id
            where c.area_code like :area and c.state <> 'ANNULLED'
            """;

    /** How things stand, by the same conditions, each read by the index of its own period. */
    private static final String STAND = """
            select f.found, f.mended, d.due, d.on_time, o.overdue_open from
                (select count(*) filter (where FOUND) as found, count(*) filter (where MENDED) as mended
                 from case_file c cross join (select cast(null as int) as cycle) y
                 where c.reported_at >= :from and c.reported_at < :to and c.area_code like :area and SCOPE) f,
                (select count(*) filter (where DUE) as due, count(*) filter (where ON_TIME) as on_time
                 from case_cycle y join case_file c on c.id = y.case_id
                 where y.deadline_at >= :from and y.deadline_at < :to and c.area_code like :area and SCOPE) d,
                (select count(*) as overdue_open from case_cycle y join case_file c on c.id = y.case_id
                 where y.deadline_at < :cutoff and (y.closed_at is null or y.closed_at > :cutoff)
                     and OVERDUE_OPEN and c.area_code like :area and SCOPE) o
            """;

    private final JdbcClient jdbc;
    private final CaseScope scope;

    @Autowired
    FigureTable(JdbcClient jdbc) {
        this(jdbc, CaseScope.SYSTEM);
    }

    private FigureTable(JdbcClient jdbc, CaseScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The same figures of what somebody may see, so that each agrees with the list behind it. */
    public FigureTable within(CaseScope narrower) {
        return new FigureTable(jdbc, narrower);
    }

    @Override
    public FigureSet total(FigureQuery query) {
        return rows(query, "''").getOrDefault("", FigureSet.NONE);
    }

    /**
     * 统计现状 — found, mended, due, on time and overdue only, the rest is 0; for a query without unit and type. Reads what
     * belongs to the period and nothing else, so it is quick however many cases there are.
     */
    public FigureSet stand(FigureQuery query) {
        String sql = STAND;
        for (FigureSql figure :
                List.of(FigureSql.OVERDUE_OPEN, FigureSql.FOUND, FigureSql.MENDED, FigureSql.DUE, FigureSql.ON_TIME)) {
            sql = sql.replaceAll("\\b" + figure.name() + "\\b", Matcher.quoteReplacement(figure.condition()));
        }
        return jdbc.sql(sql.replace("SCOPE", scope.condition()))
                .params(params(query))
                .params(scope.params())
                .query((row, n) -> FigureSet.standing(
                        row.getLong("found"),
                        row.getLong("mended"),
                        row.getLong("due"),
                        row.getLong("on_time"),
                        row.getLong("overdue_open")))
                .single();
    }

    @Override
    public Map<UUID, FigureSet> byUnit(FigureQuery query) {
        Map<UUID, FigureSet> byUnit = new LinkedHashMap<>();
        rows(query, "coalesce(y.lead_unit_id, c.lead_unit_id)::text").forEach((unit, figures) -> {
            if (unit != null) {
                byUnit.put(UUID.fromString(unit), figures);
            }
        });
        return byUnit;
    }

    @Override
    public SortedMap<String, FigureSet> byArea(FigureQuery query, int digits) {
        if (digits != 4 && digits != 6 && digits != 9 && digits != 12 && digits != 15) {
            throw new IllegalArgumentException("no area code has " + digits + " digits");
        }
        return new TreeMap<>(rows(query, "left(c.area_code, " + digits + ")"));
    }

    @Override
    public SortedMap<String, FigureSet> byType(FigureQuery query) {
        return new TreeMap<>(rows(query, "c.type_code"));
    }

    @Override
    public SortedMap<YearMonth, FigureSet> byMonth(FigureQuery query) {
        SortedMap<YearMonth, FigureSet> months = new TreeMap<>();
        YearMonth last = YearMonth.from(query.period().last());
        for (YearMonth month = YearMonth.from(query.period().first());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            LocalDate first = later(month.atDay(1), query.period().first());
            LocalDate end = earlier(month.atEndOfMonth(), query.period().last());
            months.put(month, total(query.during(new Period(first, end))));
        }
        return months;
    }

    private Map<String, FigureSet> rows(FigureQuery query, String key) {
        String sql = SELECT.formatted(
                        key,
                        FigureSql.FOUND.condition(),
                        FigureSql.MENDED.condition(),
                        FigureSql.ACCEPTED.condition(),
                        FigureSql.DISPATCHED.condition(),
                        FigureSql.DUE.condition(),
                        FigureSql.ON_TIME.condition(),
                        FigureSql.OVERDUE_OPEN.condition(),
                        FigureSql.SUBMITTED.condition(),
                        FigureSql.REWORKED.condition(),
                        FigureSql.REFUSED.condition(),
                        FigureSql.SIGNED_IN_TIME.condition(),
                        FigureSql.FOUND.condition(),
                        FigureSql.CLOSED.condition(),
                        FigureSql.CLOSED.condition(),
                        FigureSql.CLOSED.condition())
                + " and " + scope.condition()
                + (query.unitId() == null ? "" : " and coalesce(y.lead_unit_id, c.lead_unit_id) = :unit")
                + (query.typeCode() == null ? "" : " and c.type_code = :type")
                + " group by 1";
        Map<String, FigureSet> found = new HashMap<>();
        jdbc.sql(sql)
                .params(params(query))
                .params(scope.params())
                .query((row, n) -> found.put(row.getString("key"), figures(row)))
                .list();
        return found;
    }

    private static Map<String, Object> params(FigureQuery query) {
        Map<String, Object> params = new HashMap<>(period(query.period(), query.cutoff()));
        params.put("area", query.areaCode() + "%");
        if (query.unitId() != null) {
            params.put("unit", query.unitId());
        }
        if (query.typeCode() != null) {
            params.put("type", query.typeCode());
        }
        return params;
    }

    /** The parameters of {@link FigureSql} for local days. */
    static Map<String, Object> period(Period period, Instant cutoff) {
        return Map.of(
                "from", column(start(period.first())),
                "to", column(start(period.last().plusDays(1))),
                "cutoff", column(cutoff));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkingTime.ZONE).toInstant();
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
                row.getLong("seen_again"),
                hours(row, "median_hours"),
                hours(row, "p90_hours"),
                hours(row, "mean_hours"));
    }

    private static @Nullable Double hours(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value * 100) / 100.0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
