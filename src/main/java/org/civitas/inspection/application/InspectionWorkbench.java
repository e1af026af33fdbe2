package org.civitas.inspection.application;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Home page: the inspector's open tasks, the office's plans that wait for it and what was found since yesterday. */
@Component
class InspectionWorkbench implements WorkbenchContributor {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private record OwnTasks(long open, @Nullable LocalDate firstDue) {}

    private record OfficePlans(long drafts, long unassigned, long underWay, long toVisit) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    InspectionWorkbench(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        List<WorkbenchItem> items = new ArrayList<>();
        if (user.may(Permission.INSPECTION_PERFORM)) {
            addOwnTasks(user, items);
        }
        if (PlanAccess.viewer(user).plansInspections()) {
            addPlans(user, items);
            addFindings(user, items);
        }
        return items;
    }

    private void addOwnTasks(CurrentUser user, List<WorkbenchItem> items) {
        OwnTasks own = jdbc.sql("""
                        select count(*) as open, min(p.last_day) as first_due
                        from inspection_task t join inspection_plan p on p.id = t.plan_id
                        where t.inspector_id = :me and t.state = 'OPEN' and p.state = 'UNDER_WAY'
                        """)
                .param("me", user.accountId())
                .query(OwnTasks.class)
                .single();
        if (own.open() > 0 && own.firstDue() != null) {
            LocalDate today = LocalDate.now(clock);
            WorkbenchItem.Urgency urgency = own.firstDue().isBefore(today)
                    ? WorkbenchItem.Urgency.OVERDUE
                    : own.firstDue().isAfter(today.plusDays(1))
                            ? WorkbenchItem.Urgency.NORMAL
                            : WorkbenchItem.Urgency.SOON;
            items.add(WorkbenchItem.todo("我的督查任务", own.open(), "个", "/m/tasks")
                    .urgent(
                            urgency,
                            own.firstDue().plusDays(1).atStartOfDay(OFFICE).toInstant()));
        }
    }

    private void addPlans(CurrentUser user, List<WorkbenchItem> items) {
        OfficePlans plans = jdbc.sql("""
                        select count(*) filter (where state = 'DRAFT') as drafts,
                               count(*) filter (where state = 'DRAWN') as unassigned,
                               count(*) filter (where state = 'UNDER_WAY') as under_way,
                               coalesce(sum((select count(*) from inspection_task t where t.plan_id = p.id and t.state = 'OPEN'))
                                   filter (where state = 'UNDER_WAY'), 0) as to_visit
                        from inspection_plan p where owner_area_code like :owned
                        """)
                .param("owned", PlanAccess.ownedPattern(user))
                .query(OfficePlans.class)
                .single();
        addTodo(items, "待抽取的督查计划", plans.drafts(), "/inspection/plans?state=DRAFT");
        addTodo(items, "已抽取、待开始的督查计划", plans.unassigned(), "/inspection/plans?state=DRAWN");
        if (plans.underWay() > 0) {
            items.add(WorkbenchItem.standing(
                    "进行中计划的未查点位", BigDecimal.valueOf(plans.toVisit()), "个", "/inspection/plans?state=UNDER_WAY"));
        }
    }

    private void addFindings(CurrentUser user, List<WorkbenchItem> items) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        long findings = jdbc.sql("""
                        select count(*) from observation o
                        where o.owner_area_code like :owned and o.failed and o.visited_at >= :since
                          and not exists (select 1 from observation c where c.corrects = o.id)
                        """)
                .param("owned", PlanAccess.ownedPattern(user))
                .param("since", Timestamp.from(yesterday.atStartOfDay(OFFICE).toInstant()))
                .query(Long.class)
                .single();
        items.add(WorkbenchItem.changed(
                "督查发现的问题", findings, "条", "/inspection/results?failed=true&visitedFrom=" + yesterday));
    }

    private static void addTodo(List<WorkbenchItem> items, String title, long count, String url) {
        if (count > 0) {
            items.add(WorkbenchItem.todo(title, count, "项", url));
        }
    }
}
