package org.civitas.casework.application;

import java.util.List;
import org.civitas.casework.persistence.CaseFilter;
import org.civitas.casework.persistence.CaseLists;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.privacy.MaskedText;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases by number and words. */
@Component
@Order(50)
class CaseSearch implements SearchContributor {

    private final CaseLists lists;

    CaseSearch(CaseLists lists) {
        this.lists = lists;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String title() {
        return "问题";
    }

    @Override
    public List<SearchHit> find(CurrentUser user, String words, int limit) {
        if (words.isBlank() || !user.may(Permission.CASE_READ) && !user.may(Permission.CASE_VERIFY)) {
            return List.of();
        }
        return lists
                .page(CaseFilter.NONE.withText(words), CaseScope.of(user), CaseLists.Order.NEWEST, limit, null)
                .items()
                .stream()
                .map(row -> new SearchHit(
                        MaskedText.of(row.description()),
                        row.number() + " · " + row.state().word()
                                + (row.siteName() == null ? "" : " · " + row.siteName()),
                        "/cases/" + row.id()))
                .toList();
    }
}
