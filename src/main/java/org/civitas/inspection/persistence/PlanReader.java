package org.civitas.inspection.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.PlanSummary;
import org.civitas.shared.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanReader implements InspectionPlans {

    private final JdbcClient jdbc;

    PlanReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PlanSummary> within(String areaCode, Period period) {
        return jdbc.sql("""
                        select p.id, p.title, p.kind, p.edition_id, p.first_day, p.last_day, p.area_code,
                               p.state = 'FINISHED' as finished, p.released_at is not null as released,
                               count(t.id) as drawn, count(t.id) filter (where t.state = 'VISITED') as visited
                        from inspection_plan p left join inspection_task t on t.plan_id = p.id
                        where p.state in ('UNDER_WAY', 'FINISHED') and p.area_code like :area
                          and p.first_day <= :last and p.last_day >= :first
                        group by p.id order by p.last_day desc, p.id desc
                        """)
                .param("area", areaCode + "%")
                .param("first", period.first())
                .param("last", period.last())
                .query((row, n) -> new PlanSummary(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        PlanKind.valueOf(row.getString("kind")),
                        row.getObject("edition_id", UUID.class),
                        new Period(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getString("area_code"),
                        row.getBoolean("finished"),
                        row.getBoolean("released"),
                        row.getInt("drawn"),
                        row.getInt("visited")))
                .list();
    }

    @Override
    public Map<UUID, List<UUID>> drawnSites(Collection<UUID> planIds) {
        return jdbc
                .sql(
                        "select plan_id, site_id from inspection_task where plan_id = any(:plans) order by plan_id, site_id")
                .param("plans", planIds.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Set<UUID> secret(Collection<UUID> planIds) {
        return jdbc.sql("select id from inspection_plan where id = any(:plans) and released_at is null")
                .param("plans", planIds.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}
