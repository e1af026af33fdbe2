package org.civitas.casework.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.casework.domain.DispatchProposal.Habit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where problems went before. */
@Repository
public class DispatchHistory {

    private static final int LOOKED_AT = 34;

    private final JdbcClient jdbc;

    DispatchHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 去向 — a type of problem in an area. */
    public record Kind(String typeCode, String areaCode) {}

    /** Of the last dispatches of each type in its area, the unit to which most went. */
    public Map<Kind, Habit> habits(Collection<Kind> kinds) {
        Map<Kind, Habit> habits = new HashMap<>();
        jdbc.sql("""
                        select k.type, k.area, h.lead_unit_id, h.went, h.total
                        from unnest(cast(:types as text[]), cast(:areas as text[])) as k(type, area)
                        cross join lateral (
                            select lead_unit_id, count(*) as went, (sum(count(*)) over ())::int as total
                            from (select y.lead_unit_id from case_cycle y join case_file c on c.id = y.case_id
                                  where c.type_code = k.type and c.area_code like k.area || '%' and c.state <> 'ANNULLED'
                                      and y.dispatched_at is not null
                                  order by y.first_dispatched_at desc limit :limit) as recent
                            group by lead_unit_id order by went desc, lead_unit_id limit 1) as h
                        """)
                .param("types", kinds.stream().map(Kind::typeCode).toArray(String[]::new))
                .param("areas", kinds.stream().map(Kind::areaCode).toArray(String[]::new))
                .param("limit", LOOKED_AT)
                .query(row -> {
                    habits.put(
                            new Kind(row.getString("type"), row.getString("area")),
                            new Habit(
                                    row.getObject("lead_unit_id", UUID.class),
                                    row.getInt("went"),
                                    row.getInt("total")));
                });
        return habits;
    }

    /** The units that sent each of these cases back in its present cycle. */
    public Map<UUID, List<UUID>> refusers(Collection<UUID> cases) {
        Map<UUID, List<UUID>> refusers = new HashMap<>();
        jdbc.sql("""
                        select distinct s.case_id, s.unit_id from case_step s join case_file c on c.id = s.case_id
                        where s.case_id = any(:cases) and s.cycle = c.cycle and s.command = 'REFUSE' and s.unit_id is not null
                        """).param("cases", cases.toArray(UUID[]::new)).query(row -> {
            refusers.computeIfAbsent(row.getObject("case_id", UUID.class), each -> new ArrayList<>())
                    .add(row.getObject("unit_id", UUID.class));
        });
        return refusers;
    }
}
