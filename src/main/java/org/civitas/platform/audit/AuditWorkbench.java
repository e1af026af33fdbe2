package org.civitas.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the auditor sees first: how much was changed since yesterday morning. */
@Component
class AuditWorkbench implements WorkbenchContributor {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditWorkbench(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.AUDIT_READ)) {
            return List.of();
        }
        var yesterday = LocalDate.now(clock).minusDays(1).atStartOfDay(clock.getZone());
        long lines = jdbc.sql("select count(*) from audit_search where at >= :since")
                .param("since", Timestamp.from(yesterday.toInstant()))
                .query(Long.class)
                .single();
        return List.of(WorkbenchItem.changed("审计记录", lines, "条", "/settings/audit"));
    }
}
