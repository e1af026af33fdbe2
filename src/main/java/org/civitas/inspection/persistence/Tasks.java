package org.civitas.inspection.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.EvenAssignment;
import org.civitas.inspection.domain.PlanState;
import org.civitas.platform.web.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks: the drawn sites and who goes there. */
@Repository
public class Tasks {

    /** A drawn site as it is written down when it is drawn. */
    public record NewTask(
            UUID id,
            int rank,
            String ticket,
            String cellArea,
            UUID siteId,
            String siteCode,
            String siteName,
            String siteType,
            String areaCode,
            String address,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    /** What a submission needs to know of its task. */
    public record TaskFacts(
            UUID id,
            UUID planId,
            UUID siteId,
            @Nullable UUID inspectorId,
            String state,
            PlanKind kind,
            UUID editionId,
            String ownerAreaCode,
            PlanState planState,
            int version) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Tasks(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The list of a new draw takes the place of the one before; nothing was assigned to anybody out of it yet. */
    public void replace(UUID planId, UUID drawId, List<NewTask> tasks) {
        template.update("delete from inspection_task where plan_id = ?", planId);
        template.batchUpdate(
                """
                insert into inspection_task (id, plan_id, draw_id, rank, ticket, cell_area, site_id, site_code, site_name,
                    site_type, area_code, address, longitude, latitude)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                tasks.stream()
                        .map(t -> new Object[] {
                            t.id(),
                            planId,
                            drawId,
                            t.rank(),
                            t.ticket(),
                            t.cellArea(),
                            t.siteId(),
                            t.siteCode(),
                            t.siteName(),
                            t.siteType(),
                            t.areaCode(),
                            t.address(),
                            t.longitude(),
                            t.latitude()
                        })
                        .toList());
    }

    public Optional<TaskFacts> byId(UUID id) {
        return jdbc.sql("""
                        select t.id, t.plan_id, t.site_id, t.inspector_id, t.state, p.kind, p.edition_id, p.owner_area_code,
                               p.state as plan_state, t.version
                        from inspection_task t join inspection_plan p on p.id = t.plan_id where t.id = :id
                        """).param("id", id).query((row, n) -> facts(row)).optional();
    }

    /** The inspector's own open task at a site, of a plan under way. */
    public Optional<UUID> openTaskAt(UUID siteId, UUID inspectorId) {
        return jdbc.sql("""
                        select t.id from inspection_task t join inspection_plan p on p.id = t.plan_id
                        where t.site_id = :site and t.inspector_id = :inspector and t.state = 'OPEN'
                          and p.state = 'UNDER_WAY' order by p.last_day, t.id limit 1
                        """)
                .param("site", siteId)
                .param("inspector", inspectorId)
                .query(UUID.class)
                .optional();
    }

    public Set<UUID> inspectors(UUID planId) {
        return jdbc.sql(
                        "select distinct inspector_id from inspection_task where plan_id = :plan and inspector_id is not null")
                .param("plan", planId)
                .query(UUID.class)
                .set();
    }

    public long unassigned(UUID planId) {
        return jdbc.sql("select count(*) from inspection_task where plan_id = :plan and inspector_id is null")
                .param("plan", planId)
                .query(Long.class)
                .single();
    }

    /** Open tasks of the plan among {@code ids}; with no ids, those in the area and of the type that nobody has yet. */
    public List<EvenAssignment.Place> assignable(
            UUID planId, Collection<UUID> ids, String areaCode, @Nullable String siteType) {
        return jdbc.sql("""
                        select id, area_code from inspection_task
                        where plan_id = :plan and state = 'OPEN'
                          and case when :byId then id = any(:ids)
                              else inspector_id is null and area_code like :area and (:type::text is null or site_type = :type) end
                        """)
                .param("plan", planId)
                .param("byId", !ids.isEmpty())
                .param("ids", ids.toArray(UUID[]::new))
                .param("area", areaCode + "%")
                .param("type", siteType)
                .query((row, n) -> new EvenAssignment.Place(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    public void assign(Map<UUID, UUID> inspectorOfTask, Map<UUID, String> names) {
        template.batchUpdate(
                """
                update inspection_task set inspector_id = ?, inspector_name = ?, version = version + 1
                where id = ? and state = 'OPEN'
                """,
                inspectorOfTask.entrySet().stream()
                        .map(e -> new Object[] {e.getValue(), names.get(e.getValue()), e.getKey()})
                        .toList());
    }

    public void obstruct(UUID id, int version, String note, Instant at) {
        int rows = jdbc.sql("""
                        update inspection_task set state = 'OBSTRUCTED', state_note = :note, done_at = :at, version = version + 1
                        where id = :id and version = :version and state = 'OPEN'
                        """)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .param("version", version)
                .update();
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    private static TaskFacts facts(ResultSet row) throws SQLException {
        return new TaskFacts(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("inspector_id", UUID.class),
                row.getString("state"),
                PlanKind.valueOf(row.getString("kind")),
                row.getObject("edition_id", UUID.class),
                row.getString("owner_area_code"),
                PlanState.valueOf(row.getString("plan_state")),
                row.getInt("version"));
    }
}
