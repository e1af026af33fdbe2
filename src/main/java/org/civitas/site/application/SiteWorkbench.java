package org.civitas.site.application;

import java.math.BigDecimal;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.site.SiteState;
import org.springframework.stereotype.Component;

/** How many sites in use the asker sees. */
@Component
class SiteWorkbench implements WorkbenchContributor {

    private final SiteQueries queries;

    SiteWorkbench(SiteQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.SITE_READ)) {
            return List.of();
        }
        var inUse = new SiteQueries.Filter(null, null, null, null, SiteState.ACTIVE);
        long count = queries.count(user.scope(), inUse);
        return List.of(WorkbenchItem.standing("在用点位", BigDecimal.valueOf(count), "个", "/sites?state=ACTIVE"));
    }
}
