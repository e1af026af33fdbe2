package org.civitas.inspection.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanCommand;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.PlanTransitions;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.inspection.domain.SecrecyPolicy;
import org.civitas.inspection.persistence.Plans;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.standard.Edition;
import org.civitas.standard.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and pages of plans, each cut to what the asker may know. */
@Component
public class PlanQueries {

    /** A plan in the list. */
    public record PlanRow(
            UUID id,
            String title,
            PlanKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            String areaCode,
            PlanState state,
            boolean released,
            int quota,
            int drawn,
            int assigned,
            int visited,
            int obstructed,
            int findings,
            String createdByName,
            Instant createdAt) {}

    public record PlanListView(
            UUID id,
            String title,
            PlanKind kind,
            String kindName,
            LocalDate firstDay,
            LocalDate lastDay,
            String areaCode,
            String areaName,
            PlanState state,
            boolean released,
            int quota,
            int drawn,
            int assigned,
            int visited,
            int obstructed,
            int findings,
            String createdByName) {}

    public record QuotaView(String siteType, String areaCode, int number) {}

    public record PlanView(
            UUID id,
            String title,
            PlanKind kind,
            String kindName,
            UUID editionId,
            String editionTitle,
            LocalDate firstDay,
            LocalDate lastDay,
            String areaCode,
            String areaName,
            boolean preferNeverDrawn,
            PlanState state,
            @Nullable Instant releasedAt,
            boolean releasable,
            boolean own,
            List<PlanCommand> allowed,
            List<QuotaView> quotas,
            int quota,
            int drawn,
            int assigned,
            int visited,
            int obstructed,
            int findings,
            Instant createdAt,
            int version) {}

    /** What the list is cut to; blank or null = everything. */
    public record PlanFilter(
            @Nullable String words,
            @Nullable PlanKind kind,
            @Nullable PlanState state) {}

    private static final String SELECT = """
            select p.id, p.title, p.kind, p.first_day, p.last_day, p.area_code, p.state, p.released_at is not null as released,
                   coalesce((select sum(q.number) from plan_quota q where q.plan_id = p.id), 0) as quota,
                   t.drawn, t.assigned, t.visited, t.obstructed,
                   (select count(*) from observation o where o.plan_id = p.id and o.failed
                       and not exists (select 1 from observation c where c.corrects = o.id)) as findings,
                   p.created_by_name, p.created_at
            from inspection_plan p cross join lateral (
                select count(*) as drawn, count(inspector_id) as assigned, count(*) filter (where state = 'VISITED') as visited,
                       count(*) filter (where state = 'OBSTRUCTED') as obstructed
                from inspection_task where plan_id = p.id) t
            """;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final PlanAccess access;
    private final Editions editions;
    private final Names names;

    PlanQueries(JdbcClient jdbc, Plans plans, PlanAccess access, Editions editions, Names names) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.access = access;
        this.editions = editions;
        this.names = names;
    }

    /** Plans of the asker's office, and released ones over his area; newest first. */
    public Slice<PlanListView> list(CurrentUser user, PlanFilter filter, int limit, @Nullable String after) {
        Cursor cursor = Cursor.read(after, 2);
        List<PlanRow> rows = jdbc.sql(SELECT + """
                        where (p.owner_area_code like :owned
                               or (p.released_at is not null and :released <> ''
                                   and (p.area_code like :released or :ownArea like p.area_code || '%')))
                          and (:words = '' or position(:words in p.title) > 0)
                          and (:kind::text is null or p.kind = :kind)
                          and (:state::text is null or p.state = :state)
                          and (:afterAt::timestamptz is null or (p.created_at, p.id) < (:afterAt::timestamptz, :afterId::uuid))
                        order by p.created_at desc, p.id desc limit :limit
                        """)
                .param("owned", PlanAccess.ownedPattern(user))
                .param("released", PlanAccess.releasedPattern(user))
                .param("ownArea", user.scope().areaCode())
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("afterAt", cursor == null ? null : Timestamp.from(cursor.instant(0)))
                .param("afterId", cursor == null ? null : cursor.uuid(1))
                .param("limit", limit + 1)
                .query(PlanRow.class)
                .list();
        Map<String, String> areas =
                names.areaPaths(rows.stream().map(PlanRow::areaCode).toList());
        return Slice.of(rows, limit, row -> Cursor.of(row.createdAt(), row.id()), null)
                .map(row -> view(row, areas));
    }

    public PlanView page(CurrentUser user, UUID planId) {
        InspectionPlan plan = access.visible(user, planId);
        PlanRow row = jdbc.sql(SELECT + " where p.id = :id")
                .param("id", planId)
                .query(PlanRow.class)
                .single();
        boolean own = SecrecyPolicy.owns(access.guarded(plan), PlanAccess.viewer(user));
        List<PlanCommand> allowed = own
                ? Arrays.stream(PlanCommand.values())
                        .filter(PlanTransitions.allowedIn(plan.state())::contains)
                        .toList()
                : List.of();
        return new PlanView(
                plan.id(),
                plan.title(),
                plan.kind(),
                plan.kind().label(),
                plan.editionId(),
                editions.find(plan.editionId()).map(Edition::title).orElse(""),
                plan.period().first(),
                plan.period().last(),
                plan.areaCode(),
                names.area(plan.areaCode()),
                plan.preferNeverDrawn(),
                plan.state(),
                plan.releasedAt(),
                own && plan.releasedAt() == null && SecrecyPolicy.releasable(plan.kind(), plan.state()),
                own,
                allowed,
                plans.quotas(planId).cells().stream().map(PlanQueries::quota).toList(),
                row.quota(),
                row.drawn(),
                row.assigned(),
                row.visited(),
                row.obstructed(),
                row.findings(),
                plan.createdAt(),
                plan.version());
    }

    private static QuotaView quota(QuotaCell cell) {
        return new QuotaView(cell.siteType(), cell.areaCode(), cell.number());
    }

    private static PlanListView view(PlanRow row, Map<String, String> areas) {
        return new PlanListView(
                row.id(),
                row.title(),
                row.kind(),
                row.kind().label(),
                row.firstDay(),
                row.lastDay(),
                row.areaCode(),
                areas.getOrDefault(row.areaCode(), row.areaCode()),
                row.state(),
                row.released(),
                row.quota(),
                row.drawn(),
                row.assigned(),
                row.visited(),
                row.obstructed(),
                row.findings(),
                row.createdByName());
    }
}
