package org.civitas.casework.persistence;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 指标语句 — the statements that count, with the conditions of {@link FigureSql} in place of the names of the figures.
 *
 * <p>Counts and handling times are read apart: a percentile in the statement that counts would make PostgreSQL sort all rows on
 * one processor.
 */
final class FigureStatements {

    private static final Pattern NAMES = Pattern.compile(
            "\\b(?:" + Arrays.stream(FigureSql.values()).map(Enum::name).collect(Collectors.joining("|")) + ")\\b");

    /** To be formatted with the key of a line and with what is asked for. */
    static final String COUNTS = defined("""
            select (%1$s)::text as key,
                count(*) filter (where FOUND) as found, count(*) filter (where MENDED) as mended,
                count(*) filter (where ACCEPTED) as accepted, count(*) filter (where DISPATCHED) as dispatched,
                count(*) filter (where DUE) as due, count(*) filter (where ON_TIME) as on_time,
                count(*) filter (where OVERDUE_OPEN) as overdue_open, count(*) filter (where SUBMITTED) as submitted,
                count(*) filter (where REWORKED) as reworked, count(*) filter (where REFUSED) as refused,
                count(*) filter (where SIGNED_IN_TIME) as signed_in_time,
                coalesce(sum(c.seen_again) filter (where FOUND), 0) as seen_again
            from case_file c left join case_cycle y on y.case_id = c.id
            where c.area_code like :area and c.state <> 'ANNULLED' and %2$s
            group by %1$s
            """);

    /** How often each handling time occurs; formatted likewise. */
    static final String TIMES = defined("""
            select (%1$s)::text as key, y.handling_minutes as minutes, count(*) as cycles
            from case_cycle y join case_file c on c.id = y.case_id
            where y.closed_at >= :from and y.closed_at < :to and CLOSED and y.handling_minutes is not null
                and c.area_code like :area and %2$s
            group by %1$s, y.handling_minutes
            """);

    /** How things stand, by the same conditions, each read by the index of its own period. */
    static final String STAND = defined("""
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
            """);

    private FigureStatements() {}

    private static String defined(String sql) {
        return NAMES.matcher(sql)
                .replaceAll(name ->
                        Matcher.quoteReplacement(FigureSql.valueOf(name.group()).condition()));
    }
}
