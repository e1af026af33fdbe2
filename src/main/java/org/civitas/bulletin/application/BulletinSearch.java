package org.civitas.bulletin.application;

import java.util.List;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Bulletins in the search over everything, by their title: those that the list shows. */
@Component
@Order(70)
class BulletinSearch implements SearchContributor {

    private final BulletinTable table;

    BulletinSearch(BulletinTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "bulletin";
    }

    @Override
    public String title() {
        return "通报";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (!user.may(Permission.BULLETIN_READ) && !user.may(Permission.BULLETIN_EDIT)) {
            return List.of();
        }
        return table.page(user, new BulletinTable.Search(words, null, null), null, null, limit).stream()
                .map(found -> new SearchHit(
                        found.title(),
                        found.published() ? BulletinPaper.number(found) : "草稿",
                        "/bulletins/" + found.id()))
                .toList();
    }
}
