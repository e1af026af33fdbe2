package org.civitas.inspection.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of tasks: those of a plan for its office, those of an inspector for himself. */
@Component
public class TaskQueries {

    public record TaskRow(
            UUID id,
            int rank,
            UUID siteId,
            String siteCode,
            String siteName,
            String siteType,
            String areaCode,
            String address,
            @Nullable UUID inspectorId,
            @Nullable String inspectorName,
            String state,
            String stateNote,
            @Nullable UUID visitId,
            @Nullable Instant doneAt,
            int findings) {}

    public record TaskView(
            UUID id,
            int rank,
            UUID siteId,
            String siteCode,
            String siteName,
            String siteType,
            String siteTypeName,
            String areaCode,
            String areaName,
            String address,
            @Nullable UUID inspectorId,
            @Nullable String inspectorName,
            String state,
            String stateNote,
            @Nullable UUID visitId,
            @Nullable Instant doneAt,
            int findings) {}

    public record MyTaskRow(
            UUID id,
            String planTitle,
            PlanKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            UUID siteId,
            String siteName,
            String siteType,
            String areaCode,
            String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            String state) {}

    public record MyTaskView(
            UUID id,
            String planTitle,
            PlanKind kind,
            String kindName,
            LocalDate firstDay,
            LocalDate lastDay,
            UUID siteId,
            String siteName,
            String siteType,
            String siteTypeName,
            String areaCode,
            String areaName,
            String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            String state) {}

    /** Progress of one area or type: counted by place and kind, never by person. */
    public record ProgressRow(String areaCode, String siteType, int drawn, int visited, int obstructed) {}

    public record ProgressView(String areaName, String siteTypeName, int drawn, int visited, int obstructed) {}

    /** What the list is cut to. */
    public record TaskFilter(
            @Nullable String words,
            @Nullable String area,
            @Nullable String siteType,
            @Nullable String state,
            @Nullable UUID inspector,
            boolean unassigned) {}

    private static final int MOST_OWN_TASKS = 500;

    private final JdbcClient jdbc;
    private final PlanAccess access;
    private final Names names;

    TaskQueries(JdbcClient jdbc, PlanAccess access, Names names) {
        this.jdbc = jdbc;
        this.access = access;
        this.names = names;
    }

    public Slice<TaskView> ofPlan(CurrentUser user, UUID planId, TaskFilter filter, int limit, @Nullable String after) {
        access.own(user, planId);
        Cursor cursor = Cursor.read(after, 1);
        List<TaskRow> rows = jdbc.sql("""
                        select t.id, t.rank, t.site_id, t.site_code, t.site_name, t.site_type, t.area_code, t.address,
                               t.inspector_id, t.inspector_name, t.state, t.state_note, t.visit_id, t.done_at,
                               (select count(*) from observation o where o.visit_id = t.visit_id and o.failed
                                   and not exists (select 1 from observation c where c.corrects = o.id)) as findings
                        from inspection_task t
                        where t.plan_id = :plan and t.rank > :after
                          and (:words = '' or position(:words in t.site_name) > 0 or t.site_code = :words)
                          and t.area_code like :area
                          and (:type::text is null or t.site_type = :type)
                          and (:state::text is null or t.state = :state)
                          and (:inspector::uuid is null or t.inspector_id = :inspector)
                          and (not :unassigned or t.inspector_id is null)
                        order by t.rank limit :limit
                        """)
                .param("plan", planId)
                .param("after", cursor == null ? 0 : cursor.number(0))
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("area", filter.area() == null ? "%" : filter.area() + "%")
                .param("type", filter.siteType())
                .param("state", filter.state())
                .param("inspector", filter.inspector())
                .param("unassigned", filter.unassigned())
                .param("limit", limit + 1)
                .query(TaskRow.class)
                .list();
        Map<String, String> areas =
                names.areaPaths(rows.stream().map(TaskRow::areaCode).toList());
        Map<String, String> types = names.siteTypes();
        return Slice.of(rows, limit, row -> Cursor.of(row.rank()), null)
                .map(row -> new TaskView(
                        row.id(),
                        row.rank(),
                        row.siteId(),
                        row.siteCode(),
                        row.siteName(),
                        row.siteType(),
                        types.getOrDefault(row.siteType(), row.siteType()),
                        row.areaCode(),
                        areas.getOrDefault(row.areaCode(), row.areaCode()),
                        row.address(),
                        row.inspectorId(),
                        row.inspectorName(),
                        row.state(),
                        row.stateNote(),
                        row.visitId(),
                        row.doneAt(),
                        row.findings()));
    }

    /** Open tasks of plans under way, by the end of the plan, then by area. */
    public List<MyTaskView> mine(CurrentUser user) {
        List<MyTaskRow> rows = jdbc.sql("""
                        select t.id, p.title as plan_title, p.kind, p.first_day, p.last_day, t.site_id, t.site_name,
                               t.site_type, t.area_code, t.address, t.longitude, t.latitude, t.state
                        from inspection_task t join inspection_plan p on p.id = t.plan_id
                        where t.inspector_id = :inspector and t.state = 'OPEN' and p.state = 'UNDER_WAY'
                        order by p.last_day, t.area_code, t.site_name, t.id limit :limit
                        """)
                .param("inspector", user.accountId())
                .param("limit", MOST_OWN_TASKS)
                .query(MyTaskRow.class)
                .list();
        Map<String, String> areas =
                names.areaPaths(rows.stream().map(MyTaskRow::areaCode).toList());
        Map<String, String> types = names.siteTypes();
        return rows.stream()
                .map(row -> new MyTaskView(
                        row.id(),
                        row.planTitle(),
                        row.kind(),
                        row.kind().label(),
                        row.firstDay(),
                        row.lastDay(),
                        row.siteId(),
                        row.siteName(),
                        row.siteType(),
                        types.getOrDefault(row.siteType(), row.siteType()),
                        row.areaCode(),
                        areas.getOrDefault(row.areaCode(), row.areaCode()),
                        row.address(),
                        row.longitude(),
                        row.latitude(),
                        row.state()))
                .toList();
    }

    /** By the areas of the quota cells and types. */
    public List<ProgressView> progress(CurrentUser user, UUID planId) {
        access.own(user, planId);
        Map<String, String> types = names.siteTypes();
        return jdbc.sql("""
                        select cell_area as area_code, site_type, count(*) as drawn,
                               count(*) filter (where state = 'VISITED') as visited,
                               count(*) filter (where state = 'OBSTRUCTED') as obstructed
                        from inspection_task where plan_id = :plan group by cell_area, site_type order by cell_area, site_type
                        """).param("plan", planId).query(ProgressRow.class).list().stream()
                .map(row -> new ProgressView(
                        names.area(row.areaCode()),
                        types.getOrDefault(row.siteType(), row.siteType()),
                        row.drawn(),
                        row.visited(),
                        row.obstructed()))
                .toList();
    }
}
