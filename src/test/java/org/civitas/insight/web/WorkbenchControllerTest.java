package org.civitas.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.search.SearchContributor;
import org.civitas.platform.search.SearchHit;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.platform.workbench.WorkbenchItem.Urgency;
import org.junit.jupiter.api.Test;

class WorkbenchControllerTest {

    private static final CurrentUser USER = new CurrentUser(
            new UUID(0, 1), "周文", new CityCode("990100"), Set.of(), Set.of(), null, new DataScope.City("9901"));

    @Test
    void putsTheMostUrgentFirstAndThenTheEarliestDeadline() {
        Instant soon = Instant.parse("2026-11-21T00:00:00Z");
        var calm = WorkbenchItem.todo("待核查问题", 3, "件", "/cases?state=REPORTED");
        var late = WorkbenchItem.todo("逾期问题", 2, "件", "/cases?late=true").urgent(Urgency.OVERDUE, soon.minusSeconds(9));
        var second = WorkbenchItem.todo("明日到期", 1, "件", "/cases?due=1").urgent(Urgency.SOON, soon.plusSeconds(9));
        var first = WorkbenchItem.todo("今日到期", 1, "件", "/cases?due=0").urgent(Urgency.SOON, soon);

        var view = new WorkbenchController(List.of(user -> List.of(calm, second, late, first))).workbench(USER);

        assertThat(view.todo())
                .extracting(WorkbenchController.WorkbenchItemView::title)
                .containsExactly("逾期问题", "今日到期", "明日到期", "待核查问题");
        assertThat(view.complete()).isTrue();
    }

    @Test
    void standsEvenWhenOneModuleCanNotCount() {
        var view = new WorkbenchController(List.of(
                        user -> {
                            throw new IllegalStateException("table is missing");
                        },
                        user -> List.of(WorkbenchItem.changed("昨日新增问题", 7, "件", "/cases"))))
                .workbench(USER);

        assertThat(view.complete()).isFalse();
        assertThat(view.changed())
                .extracting(item -> item.title(), item -> item.figure().intValue())
                .containsExactly(tuple("昨日新增问题", 7));
    }

    @Test
    void findsByKindAndLeavesOutWhatFoundNothing() {
        var search = new SearchController(List.of(
                found("site", "点位", List.of(new SearchHit("城南农贸市场", "东门街道", "/sites/1"))),
                found("case", "问题", List.of())));

        assertThat(search.search(USER, " 市场 ").groups())
                .extracting(SearchController.SearchGroupView::kind)
                .containsExactly("site");
        assertThat(search.search(USER, "  ").groups()).isEmpty();
        assertThatThrownBy(() -> search.search(USER, "长".repeat(101))).isInstanceOf(BadInput.class);
    }

    private static SearchContributor found(String kind, String title, List<SearchHit> hits) {
        return new SearchContributor() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public List<SearchHit> find(CurrentUser user, String words, int limit) {
                assertThat(words).isEqualTo("市场");
                return hits;
            }
        };
    }
}
