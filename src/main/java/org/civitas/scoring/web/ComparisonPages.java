package org.civitas.scoring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.civitas.scoring.application.CompareRounds.Compared;
import org.civitas.scoring.domain.CriterionChange;
import org.civitas.scoring.domain.RateChange;
import org.civitas.scoring.domain.SignedParts;
import org.civitas.scoring.persistence.ComparisonQueries;
import org.civitas.scoring.persistence.ComparisonQueries.ItemPair;
import org.civitas.scoring.persistence.ComparisonQueries.Pair;
import org.civitas.scoring.persistence.ComparisonQueries.SitePair;
import org.civitas.scoring.persistence.ComparisonQueries.TypePair;
import org.civitas.scoring.web.ComparisonViews.CheckItemChangeView;
import org.civitas.scoring.web.ComparisonViews.ComparisonView;
import org.civitas.scoring.web.ComparisonViews.CriterionChangeView;
import org.civitas.scoring.web.ComparisonViews.CriterionReasonsView;
import org.civitas.scoring.web.ComparisonViews.ItemChangeView;
import org.civitas.scoring.web.ComparisonViews.SiteChangeView;
import org.civitas.scoring.web.ComparisonViews.TypeChangeView;
import org.civitas.scoring.web.ResultPages.Names;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the comparison of two rounds, so that criteria add up to their item and items to the whole change. */
@Component
class ComparisonPages {

    private static final int MOST_SITES = 40;
    private static final int MOST_ITEMS = 20;
    /** Integers of 10⁻⁹ in a hundredth of a percentage point. */
    private static final BigDecimal STEP = BigDecimal.valueOf(100_000);

    private final ComparisonQueries queries;
    private final ResultPages pages;

    ComparisonPages(ComparisonQueries queries, ResultPages pages) {
        this.queries = queries;
        this.pages = pages;
    }

    ComparisonView page(Compared compared) {
        RateChange change = compared.change();
        BigDecimal before = ScoreViews.percent(change.before());
        BigDecimal after = ScoreViews.percent(change.after());
        List<CriterionChange> all = CriterionChange.of(compared.earlierLines(), compared.laterLines(), change);
        Map<String, List<CriterionChange>> byItem = new LinkedHashMap<>();
        all.forEach(one ->
                byItem.computeIfAbsent(one.item(), code -> new ArrayList<>()).add(one));
        List<BigDecimal> exact = new ArrayList<>();
        byItem.values().forEach(group -> exact.add(hundredths(sum(group, CriterionChange::performance))));
        exact.add(hundredths(sum(all, CriterionChange::scope)));
        long[] shown =
                SignedParts.of(exact, after.subtract(before).movePointRight(2).longValueExact());
        long scope = shown[byItem.size()];
        Map<String, Long> scopes = spread(all, scope, CriterionChange::scope);
        Map<String, String> titles = compared.titles();
        List<ItemChangeView> items = new ArrayList<>();
        byItem.forEach((code, group) -> {
            long effect = shown[items.size()];
            items.add(new ItemChangeView(
                    code, titles.getOrDefault(code, ""), points(effect), lines(group, effect, scopes, titles)));
        });
        String area = compared.area();
        return new ComparisonView(
                RoundPages.row(compared.earlier()),
                RoundPages.row(compared.later()),
                area == null
                        ? null
                        : ResultPages.areaName(
                                pages.names(compared.later().versionId()).words(), area),
                before,
                after,
                after.subtract(before),
                points(scope),
                items);
    }

    private static List<CriterionChangeView> lines(
            List<CriterionChange> group, long shown, Map<String, Long> scopes, Map<String, String> titles) {
        Map<String, Long> effects = spread(group, shown, CriterionChange::performance);
        return group.stream()
                .map(one -> new CriterionChangeView(
                        one.code(),
                        titles.getOrDefault(one.code(), ""),
                        ScoreViews.rate(one.before()),
                        ScoreViews.rate(one.after()),
                        new Points(one.before().judged()).shown(),
                        new Points(one.after().judged()).shown(),
                        points(Objects.requireNonNull(effects.get(one.code()))),
                        points(Objects.requireNonNull(scopes.get(one.code())))))
                .toList();
    }

    CriterionReasonsView reasons(Compared compared, String criterion) {
        Pair pair = new Pair(
                compared.earlier().versionId(),
                compared.later().versionId(),
                compared.requirementsOf(criterion),
                compared.area());
        Names later = pages.names(pair.later());
        Names earlier = pages.names(pair.earlier());
        return new CriterionReasonsView(
                criterion,
                compared.titles().getOrDefault(criterion, ""),
                queries.types(pair).stream().map(row -> type(row, later)).toList(),
                queries.items(pair).stream()
                        .sorted(Comparator.comparingLong(
                                (ItemPair row) -> -Math.abs(row.lostAfter() - row.lostBefore())))
                        .limit(MOST_ITEMS)
                        .map(row -> item(row, later, earlier))
                        .toList(),
                queries.sites(pair, MOST_SITES).stream()
                        .map(row -> site(row, later))
                        .toList());
    }

    private static TypeChangeView type(TypePair row, Names names) {
        return new TypeChangeView(
                row.requirementCode(),
                names.type(row.typeCode()),
                row.sitesBefore(),
                percent(row.ratioBefore()),
                row.sitesAfter(),
                percent(row.ratioAfter()),
                row.sitesBoth(),
                percent(row.bothBefore()),
                percent(row.bothAfter()));
    }

    private static CheckItemChangeView item(ItemPair row, Names later, Names earlier) {
        String words = later.item(row.itemCode());
        return new CheckItemChangeView(
                row.itemCode(),
                words.isEmpty() ? earlier.item(row.itemCode()) : words,
                ScoreViews.exact(row.lostBefore()),
                ScoreViews.exact(row.lostAfter()),
                row.findingsBefore(),
                row.findingsAfter());
    }

    private static SiteChangeView site(SitePair row, Names names) {
        return new SiteChangeView(
                row.requirementCode(),
                row.siteId(),
                row.siteName(),
                names.type(row.typeCode()),
                ResultPages.areaName(names.words(), row.areaCode()),
                ScoreViews.percent(row.ratioBefore()),
                ScoreViews.percent(row.ratioAfter()));
    }

    /** What to print for each criterion under a printed sum, in hundredths of a percentage point. */
    private static Map<String, Long> spread(
            List<CriterionChange> criteria, long shown, ToLongFunction<CriterionChange> effect) {
        long[] parts = SignedParts.of(
                criteria.stream().map(c -> hundredths(effect.applyAsLong(c))).toList(), shown);
        Map<String, Long> spread = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            spread.put(criteria.get(i).code(), parts[i]);
        }
        return spread;
    }

    private static long sum(List<CriterionChange> criteria, ToLongFunction<CriterionChange> effect) {
        return criteria.stream().mapToLong(effect).sum();
    }

    private static BigDecimal hundredths(long nanos) {
        return BigDecimal.valueOf(nanos).divide(STEP);
    }

    private static BigDecimal points(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static @Nullable BigDecimal percent(@Nullable Long nanos) {
        return nanos == null ? null : ScoreViews.percent(nanos);
    }
}
