package org.civitas.site.application;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds sites of the asker's scope by code, name or address. */
@Component
@Order(20)
class SiteSearch implements SearchContributor {

    private final SiteQueries queries;

    SiteSearch(SiteQueries queries) {
        this.queries = queries;
    }

    @Override
    public String kind() {
        return "site";
    }

    @Override
    public String title() {
        return "点位";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (!user.may(Permission.SITE_READ)) {
            return List.of();
        }
        var filter = new SiteQueries.Filter(words, null, null, null, null);
        return queries.list(user.scope(), filter, null, null, limit).items().stream()
                .map(site -> new SearchHit(site.name(), site.code() + " · " + site.areaPath(), "/sites/" + site.id()))
                .toList();
    }
}
