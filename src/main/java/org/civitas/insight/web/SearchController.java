package org.civitas.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.civitas.platform.web.BadInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "insight")
class SearchController {

    private static final Logger LOG = LoggerFactory.getLogger(SearchController.class);
    private static final int MOST_HITS = 6;
    private static final int LONGEST = 100;

    /** What was found of one kind. */
    record SearchGroupView(String kind, String title, List<SearchHit> items) {}

    /** What was found; kinds without a hit are left out. */
    record SearchView(List<SearchGroupView> groups) {}

    private final List<SearchContributor> contributors;

    @Autowired
    SearchController(ObjectProvider<SearchContributor> contributors) {
        this(contributors.orderedStream().toList());
    }

    SearchController(List<SearchContributor> contributors) {
        this.contributors = contributors;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "搜索点位、问题、单位、区划等")
    @GetMapping("/api/search")
    SearchView search(CurrentUser user, @RequestParam(required = false) @Nullable String q) {
        String words = q == null ? "" : q.strip();
        if (words.length() > LONGEST) {
            throw new BadInput("q", "搜索的内容不超过 " + LONGEST + " 个字。");
        }
        if (words.isEmpty()) {
            return new SearchView(List.of());
        }
        return new SearchView(contributors.stream()
                .map(contributor ->
                        new SearchGroupView(contributor.kind(), contributor.title(), find(contributor, user, words)))
                .filter(group -> !group.items().isEmpty())
                .toList());
    }

    /** A module that can not search is left out; the others still answer. */
    private static List<SearchHit> find(SearchContributor contributor, CurrentUser user, String words) {
        try {
            List<SearchHit> hits = contributor.find(user, words, MOST_HITS);
            return hits.subList(0, Math.min(MOST_HITS, hits.size()));
        } catch (RuntimeException fault) {
            LOG.warn("search without {}", contributor.kind(), fault);
            return List.of();
        }
    }
}
