package org.civitas.site.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.site.SiteState;
import org.springframework.stereotype.Component;

/** How many sites in use the asker sees, and for how many of them nobody answers. */
@Component
class SiteWorkbench implements WorkbenchContributor {

    private final SiteQueries queries;
    private final UnansweredSites unanswered;

    SiteWorkbench(SiteQueries queries, UnansweredSites unanswered) {
        this.queries = queries;
        this.unanswered = unanswered;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.SITE_READ)) {
            return List.of();
        }
        var inUse = new SiteQueries.Filter(null, null, null, null, SiteState.ACTIVE);
        long count = queries.count(user.scope(), inUse);
        List<WorkbenchItem> items = new ArrayList<>();
        items.add(WorkbenchItem.standing("在用点位", BigDecimal.valueOf(count), "个", "/sites?state=ACTIVE"));
        long nobody = user.may(Permission.SITE_EDIT) ? unanswered.count(user.scope()) : 0;
        if (nobody > 0) {
            items.add(WorkbenchItem.todo("无人负责的点位", nobody, "个", "/sites/unanswered"));
        }
        return items;
    }
}
