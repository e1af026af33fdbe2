package org.civitas.scoring.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.civitas.scoring.web.RoundViews.RoundRowView;
import org.jspecify.annotations.Nullable;

/** What the page that compares two rounds gets. Effects are percentage points with two places and add up. */
final class ComparisonViews {

    private ComparisonViews() {}

    /** @param change in percentage points: the effects of all items and {@code scopeEffect} add up to it */
    record ComparisonView(
            RoundRowView earlier,
            RoundRowView later,
            @Nullable String areaName,
            BigDecimal rateBefore,
            BigDecimal rateAfter,
            BigDecimal change,
            BigDecimal scopeEffect,
            List<ItemChangeView> items) {}

    /** An item of the first level with its criteria. */
    record ItemChangeView(String code, String title, BigDecimal effect, List<CriterionChangeView> criteria) {}

    record CriterionChangeView(
            String code,
            String title,
            @Nullable BigDecimal rateBefore,
            @Nullable BigDecimal rateAfter,
            BigDecimal judgedBefore,
            BigDecimal judgedAfter,
            BigDecimal effect,
            BigDecimal scopeEffect) {}

    /** Why one criterion moved: its site types, the check items that cost more or less, the sites that changed. */
    record CriterionReasonsView(
            String code,
            String title,
            List<TypeChangeView> types,
            List<CheckItemChangeView> items,
            List<SiteChangeView> sites) {}

    record TypeChangeView(
            String requirementCode,
            String typeName,
            int sitesBefore,
            @Nullable BigDecimal rateBefore,
            int sitesAfter,
            @Nullable BigDecimal rateAfter,
            int sitesBoth,
            @Nullable BigDecimal bothBefore,
            @Nullable BigDecimal bothAfter) {}

    /** What a check item lost, in points of each round. */
    record CheckItemChangeView(
            String itemCode,
            String itemText,
            BigDecimal lostBefore,
            BigDecimal lostAfter,
            int findingsBefore,
            int findingsAfter) {}

    record SiteChangeView(
            String requirementCode,
            UUID siteId,
            String siteName,
            String typeName,
            String areaName,
            BigDecimal rateBefore,
            BigDecimal rateAfter) {}
}
