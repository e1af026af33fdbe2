package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.shared.Period;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in one pass over cases and cycles, and gathers the handling times in another over those closed in the period. */
@Repository
public class FigureTable implements CaseFigures {

    private static final String ALL = "cast(null as text)";
    private static final String LEAD = "coalesce(y.lead_unit_id, c.lead_unit_id)";

    /**
     * 指标与合计 — lines and the total over all of them and over what belongs to no line, from one reading.
     *
     * @param <K> unit, area or type
     */
    public record WithTotal<K>(FigureSet total, Map<K, FigureSet> lines) {}

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
        return rows(query, ALL).total();
    }

    /**
     * 统计现状 — found, mended, due, on time and overdue only, the rest is 0; for a query without unit and type. Reads what
     * belongs to the period and nothing else, so it is quick however many cases there are.
     */
    public FigureSet stand(FigureQuery query) {
        return jdbc.sql(FigureStatements.STAND.replace("SCOPE", scope.condition()))
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
        return unitsWithTotal(query).lines();
    }

    public WithTotal<UUID> unitsWithTotal(FigureQuery query) {
        FigureRows rows = rows(query, LEAD);
        return new WithTotal<>(rows.total(), rows.lines(UUID::fromString));
    }

    @Override
    public SortedMap<String, FigureSet> byArea(FigureQuery query, int digits) {
        return new TreeMap<>(areasWithTotal(query, digits).lines());
    }

    public WithTotal<String> areasWithTotal(FigureQuery query, int digits) {
        if (digits != 4 && digits != 6 && digits != 9 && digits != 12 && digits != 15) {
            throw new IllegalArgumentException("no area code has " + digits + " digits");
        }
        return sorted(rows(query, "left(c.area_code, " + digits + ")"));
    }

    @Override
    public SortedMap<String, FigureSet> byType(FigureQuery query) {
        return new TreeMap<>(typesWithTotal(query).lines());
    }

    public WithTotal<String> typesWithTotal(FigureQuery query) {
        return sorted(rows(query, "c.type_code"));
    }

    private static WithTotal<String> sorted(FigureRows rows) {
        return new WithTotal<>(rows.total(), new TreeMap<>(rows.lines(Function.identity())));
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

    private FigureRows rows(FigureQuery query, String key) {
        String restricted = scope.condition()
                + (query.unitId() == null ? "" : " and " + LEAD + " = :unit")
                + (query.typeCode() == null ? "" : " and c.type_code = :type");
        FigureRows rows = new FigureRows();
        jdbc.sql(FigureStatements.COUNTS.formatted(key, restricted))
                .params(params(query))
                .params(scope.params())
                .query((RowCallbackHandler) rows::counts);
        jdbc.sql(FigureStatements.TIMES.formatted(key, restricted))
                .params(params(query))
                .params(scope.params())
                .query((RowCallbackHandler) rows::times);
        return rows;
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

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
