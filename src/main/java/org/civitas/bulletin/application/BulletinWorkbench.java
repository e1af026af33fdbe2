package org.civitas.bulletin.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.stereotype.Component;

/** Drafts that wait for who edits, and what was published in the last week for who reads. */
@Component
class BulletinWorkbench implements WorkbenchContributor {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final BulletinTable table;
    private final Clock clock;

    BulletinWorkbench(BulletinTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        List<WorkbenchItem> items = new ArrayList<>();
        if (user.may(Permission.BULLETIN_EDIT)) {
            long drafts = table.count(user, "DRAFT", Instant.EPOCH);
            if (drafts > 0) {
                items.add(WorkbenchItem.todo("待发布的通报", drafts, "份", "/bulletins?state=DRAFT"));
            }
        }
        if (user.may(Permission.BULLETIN_READ)) {
            LocalDate from = LocalDate.now(clock.withZone(OFFICE)).minusDays(6);
            long fresh =
                    table.count(user, "PUBLISHED", from.atStartOfDay(OFFICE).toInstant());
            if (fresh > 0) {
                String url = "/bulletins?state=PUBLISHED&publishedFrom=" + from;
                items.add(WorkbenchItem.changed("近 7 天发布的通报", fresh, "份", url));
            }
        }
        return items;
    }
}
