package org.civitas.casework.persistence;

import java.util.List;
import java.util.UUID;
import org.civitas.casework.FigureQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 转派指标 — the second level: what was passed down to sub-units, by their inner deadlines. */
@Repository
public class AssignmentFigures {

    /**
     * 转派单位指标.
     *
     * @param assigned passed down in the period
     * @param due of all, those whose inner deadline lies in the period and before the cut-off
     * @param inTime of these, handed in by then
     * @param overdueOpen at the cut-off not handed in and past the inner deadline, while the case is still being handled
     */
    public record Line(UUID unitId, long assigned, long due, long inTime, long overdueOpen) {}

    private static final String DUE =
            "a.inner_deadline_at >= :from and a.inner_deadline_at < :to and a.inner_deadline_at <= :cutoff";

    private final JdbcClient jdbc;

    AssignmentFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> byUnit(FigureQuery query, CaseScope scope) {
        String sql = """
                select a.unit_id,
                    count(*) filter (where a.assigned_at >= :from and a.assigned_at < :to and a.assigned_at <= :cutoff) as assigned,
                    count(*) filter (where %1$s) as due,
                    count(*) filter (where %1$s and a.handed_in_at <= a.inner_deadline_at) as in_time,
                    count(*) filter (where a.inner_deadline_at < :cutoff and c.state = 'HANDLING'
                        and (a.handed_in_at is null or a.handed_in_at > :cutoff)) as overdue_open
                from case_assignment a join case_file c on c.id = a.case_id
                where c.state <> 'ANNULLED' and c.area_code like :area and %2$s
                group by a.unit_id order by assigned desc, a.unit_id
                """.formatted(DUE, scope.condition());
        return jdbc.sql(sql)
                .params(FigureTable.period(query.period(), query.cutoff()))
                .param("area", query.areaCode() + "%")
                .params(scope.params())
                .query(Line.class)
                .list();
    }
}
