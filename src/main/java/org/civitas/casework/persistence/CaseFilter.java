package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.Urgency;
import org.civitas.platform.search.SearchTokens;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * 台账条件 — what restricts a list of cases; null or empty does not restrict.
 *
 * @param unit the lead unit
 * @param holder the unit whose turn it is
 * @param party a unit that has any part in the case: lead, co-unit or sub-unit
 * @param open true: only cases that somebody still has to do something about
 * @param figure a figure whose list is wanted, with its period and cut-off
 */
public record CaseFilter(
        List<CaseState> states,
        List<Urgency> urgencies,
        @Nullable String type,
        @Nullable String area,
        @Nullable UUID unit,
        @Nullable UUID holder,
        @Nullable UUID party,
        @Nullable UUID site,
        @Nullable String channel,
        @Nullable LocalDate reportedFrom,
        @Nullable LocalDate reportedTo,
        @Nullable String text,
        boolean open,
        boolean annulProposed,
        @Nullable FigureSql figure,
        @Nullable Period figurePeriod,
        @Nullable Instant figureCutoff) {

    static final String URGENCY = """
            case when c.deadline_at is null then null
                when coalesce(c.stopped_at, :now) > c.long_overdue_at then 'LONG_OVERDUE'
                when coalesce(c.stopped_at, :now) > c.deadline_at then 'OVERDUE'
                when coalesce(c.stopped_at, :now) >= c.warn_at then 'NEAR'
                else 'NORMAL' end""";

    private static final String BEHIND_FIGURE =
            "c.id in (select c.id from case_file c left join case_cycle y on y.case_id = c.id where %s)";

    public static final CaseFilter NONE = new CaseFilter(
            List.of(), List.of(), null, null, null, null, null, null, null, null, null, null, false, false, null, null,
            null);

    public CaseFilter {
        states = List.copyOf(states);
        urgencies = List.copyOf(urgencies);
    }

    public CaseFilter inStates(CaseState... some) {
        return new CaseFilter(
                List.of(some),
                urgencies,
                type,
                area,
                unit,
                holder,
                party,
                site,
                channel,
                reportedFrom,
                reportedTo,
                text,
                open,
                annulProposed,
                figure,
                figurePeriod,
                figureCutoff);
    }

    public CaseFilter withText(String words) {
        return new CaseFilter(
                states,
                urgencies,
                type,
                area,
                unit,
                holder,
                party,
                site,
                channel,
                reportedFrom,
                reportedTo,
                words,
                open,
                annulProposed,
                figure,
                figurePeriod,
                figureCutoff);
    }

    /** 条件语句 — from and where with their parameters. */
    record Sql(String from, String where, Map<String, Object> params) {}

    Sql sql(CaseScope scope, Instant now) {
        List<String> where = new ArrayList<>(List.of(scope.condition()));
        Map<String, Object> params = new LinkedHashMap<>(scope.params());
        params.put("now", column(now));
        if (!states.isEmpty()) {
            where.add("c.state in (:states)");
            params.put("states", states.stream().map(Enum::name).toList());
        }
        if (open) {
            where.add("c.state not in ('CLOSED', 'DISMISSED', 'ANNULLED')");
        }
        if (!urgencies.isEmpty()) {
            where.add("c.state in ('DISPATCHED', 'HANDLING', 'SUBMITTED') and " + URGENCY + " in (:urgencies)");
            if (Set.of(Urgency.OVERDUE, Urgency.LONG_OVERDUE).containsAll(urgencies)) {
                where.add("c.deadline_at < :now");
            }
            params.put("urgencies", urgencies.stream().map(Enum::name).toList());
        }
        if (annulProposed) {
            where.add("c.annul_proposed");
        }
        add(where, params, "type", type, "c.type_code = :type");
        add(where, params, "area", area == null ? null : area + "%", "c.area_code like :area");
        add(where, params, "unit", unit, "c.lead_unit_id = :unit");
        add(where, params, "holder", holder, "c.holder_unit_id = :holder");
        add(where, params, "party", party, "c.unit_ids @> array[cast(:party as uuid)]");
        add(where, params, "site", site, "c.site_id = :site");
        add(where, params, "channel", channel, "c.channel = :channel");
        add(where, params, "reportedFrom", start(reportedFrom), "c.reported_at >= :reportedFrom");
        add(
                where,
                params,
                "reportedTo",
                reportedTo == null ? null : start(reportedTo.plusDays(1)),
                "c.reported_at < :reportedTo");
        add(where, params, "text", SearchTokens.query(text).orElse(null), "c.search @@ to_tsquery('simple', :text)");
        if (figure != null && figurePeriod != null && figureCutoff != null) {
            where.add(BEHIND_FIGURE.formatted(figure.condition()));
            params.putAll(FigureTable.period(figurePeriod, figureCutoff));
        }
        return new Sql(" from case_file c ", " where " + String.join(" and ", where), params);
    }

    private static void add(
            List<String> where, Map<String, Object> params, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable Object start(@Nullable LocalDate day) {
        return day == null ? null : column(day.atStartOfDay(WorkingTime.ZONE).toInstant());
    }
}
