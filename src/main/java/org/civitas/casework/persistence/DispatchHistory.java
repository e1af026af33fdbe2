package org.civitas.casework.persistence;

import java.util.List;
import java.util.Optional;
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

    /** Of the last dispatches of a type in an area, the unit to which most went. */
    public Optional<Habit> habit(String typeCode, String areaCode) {
        return jdbc.sql("""
                        select lead_unit_id, count(*) as went, (sum(count(*)) over ())::int as total
                        from (select y.lead_unit_id from case_cycle y join case_file c on c.id = y.case_id
                              where c.type_code = :type and c.area_code like :area and c.state <> 'ANNULLED'
                                  and y.dispatched_at is not null
                              order by y.first_dispatched_at desc limit :limit) as recent
                        group by lead_unit_id order by went desc, lead_unit_id limit 1
                        """)
                .param("type", typeCode)
                .param("area", areaCode + "%")
                .param("limit", LOOKED_AT)
                .query((row, n) ->
                        new Habit(row.getObject("lead_unit_id", UUID.class), row.getInt("went"), row.getInt("total")))
                .optional();
    }

    /** The units that sent this case back in its present cycle. */
    public List<UUID> refusers(UUID caseId) {
        return jdbc.sql("""
                        select distinct s.unit_id from case_step s join case_file c on c.id = s.case_id
                        where s.case_id = :case and s.cycle = c.cycle and s.command = 'REFUSE' and s.unit_id is not null
                        """).param("case", caseId).query(UUID.class).list();
    }
}
