package org.civitas.casework.application;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.FigureSet;
import org.civitas.casework.persistence.CaseCounts;
import org.civitas.casework.persistence.CaseCounts.Standing;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.platform.workbench.WorkbenchItem.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person must do about cases, what came since yesterday, and how the month stands. */
@Component
class CaseWorkbench implements WorkbenchContributor {

    private final CaseCounts counts;
    private final MonthFigures months;
    private final Clock clock;

    CaseWorkbench(CaseCounts counts, MonthFigures months, Clock clock) {
        this.counts = counts;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        List<WorkbenchItem> items = new ArrayList<>();
        if (!user.may(Permission.CASE_READ) && !user.may(Permission.CASE_VERIFY)) {
            return items;
        }
        Instant now = clock.instant();
        Standing standing = counts.of(user, now);
        if (user.may(Permission.CASE_COORDINATE)) {
            todo(items, "待受理问题", standing.toAccept(), "/cases?state=REPORTED", 0, null);
            todo(items, "待交办问题", standing.toDispatch(), "/cases/dispatch", 0, null);
            todo(items, "待确认撤销", standing.annulProposed(), "/cases?annulProposed=true", 0, null);
        }
        if (user.may(Permission.CASE_HANDLE)) {
            todo(items, "本单位待办问题", standing.ownTurn(), "/cases/todo", standing.ownOverdue(), standing.ownFirstDue());
        }
        if (user.may(Permission.CASE_VERIFY)) {
            todo(items, "待核查整改结果", standing.toVerify(), "/cases/verification", 0, null);
        }
        if (user.may(Permission.CASE_READ)) {
            changes(items, standing, now);
            standing(items, user, now);
        }
        return items;
    }

    private static void todo(
            List<WorkbenchItem> items, String title, long count, String url, long overdue, @Nullable Instant due) {
        if (count > 0) {
            Urgency urgency = overdue > 0 ? Urgency.OVERDUE : Urgency.NORMAL;
            items.add(WorkbenchItem.todo(title, count, "件", url).urgent(urgency, due));
        }
    }

    private static void changes(List<WorkbenchItem> items, Standing standing, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingTime.ZONE);
        LocalDate yesterday = today.minusDays(1);
        String behind = "&figureFrom=" + yesterday + "&figureTo=" + today + "&cutoff=" + now;
        items.add(WorkbenchItem.changed("新增问题", standing.newSinceYesterday(), "件", "/cases?figure=FOUND" + behind));
        items.add(WorkbenchItem.changed("销号问题", standing.closedSinceYesterday(), "件", "/cases?figure=CLOSED" + behind));
    }

    private void standing(List<WorkbenchItem> items, CurrentUser user, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingTime.ZONE);
        UUID unit = user.scope() instanceof DataScope.Unit own ? own.unitId() : null;
        MonthFigures.Stand stand = months.of(user, unit, today, now);
        FigureSet month = stand.figures();
        if (month.mendedRate().percent() != null) {
            items.add(WorkbenchItem.standing("本月整改率", month.mendedRate().percent(), "%", "/cases/figures"));
        }
        if (month.onTimeRate().percent() != null) {
            items.add(WorkbenchItem.standing("本月按时办结率", month.onTimeRate().percent(), "%", "/cases/figures"));
        }
        items.add(WorkbenchItem.standing(
                        "超期在办",
                        BigDecimal.valueOf(month.overdueOpen()),
                        "件",
                        "/cases?figure=OVERDUE_OPEN&figureFrom=" + today.withDayOfMonth(1) + "&figureTo=" + today
                                + "&cutoff=" + stand.cutoff())
                .urgent(month.cleared() ? Urgency.NORMAL : Urgency.OVERDUE, null));
    }
}
