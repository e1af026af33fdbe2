package org.civitas.platform.burden;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows those who cause it how much was asked of units this week. */
@Component
class BurdenWorkbench implements WorkbenchContributor {

    private final JdbcClient jdbc;
    private final Clock clock;

    BurdenWorkbench(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.BURDEN_READ) || !user.cityWide()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long requests = jdbc.sql("select count(*) from burden_entry where on_day between :from and :to")
                .param("from", monday)
                .param("to", today)
                .query(Long.class)
                .single();
        return List.of(WorkbenchItem.standing("本周向单位提出的要求", BigDecimal.valueOf(requests), "项", "/settings/burden"));
    }
}
