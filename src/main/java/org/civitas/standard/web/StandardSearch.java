package org.civitas.standard.web;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.persistence.CheckItemTable;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds check items of the edition in use by code, words, exemption or usual fault. */
@Component
@Order(60)
class StandardSearch implements SearchContributor {

    private final EditionTable editions;
    private final CheckItemTable items;

    StandardSearch(EditionTable editions, CheckItemTable items) {
        this.editions = editions;
        this.items = items;
    }

    @Override
    public String kind() {
        return "check-item";
    }

    @Override
    public String title() {
        return "检查项";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (!user.may(Permission.STANDARD_READ)) {
            return List.of();
        }
        return editions.current()
                .map(edition -> items.search(edition.id(), words, limit).stream()
                        .map(item -> hit(edition, item))
                        .toList())
                .orElse(List.of());
    }

    private static SearchHit hit(Edition edition, CheckItem item) {
        return new SearchHit(
                item.code() + " " + item.text(),
                item.siteTypeCode() + " · " + item.aspect().word(),
                "/site-types/" + item.siteTypeCode() + "?edition=" + edition.id());
    }
}
