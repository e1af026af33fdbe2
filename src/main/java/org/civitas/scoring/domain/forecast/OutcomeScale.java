package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.forecast.EngineRatio.Found;

/** 结果尺度 — orders what an item can be found to be from the worst to the best, by what the engine gives for it. */
final class OutcomeScale {

    /** More different counts or figures than this are thinned out. */
    private static final int MOST = 8;

    private OutcomeScale() {}

    /** @param seen outcomes of the item in the history, without 不适用 */
    static ItemModel of(String itemCode, String typeCode, List<Requirement> serves, Collection<ItemOutcome> seen) {
        Set<ItemOutcome> outcomes = new LinkedHashSet<>(seen);
        if (seen.stream().allMatch(ItemOutcome::plain)) {
            outcomes.add(ItemOutcome.FAIL);
            outcomes.add(ItemOutcome.PASS);
        } else if (seen.stream().anyMatch(outcome -> outcome.grade() != null)) {
            outcomes.add(new ItemOutcome(Verdict.PASS, null, null, "A"));
            outcomes.add(new ItemOutcome(Verdict.FAIL, null, null, "C#"));
        }
        List<ItemOutcome> sorted = outcomes.stream()
                .sorted(Comparator.comparing((ItemOutcome o) -> o.failed() ? 0 : 1)
                        .thenComparingLong(o -> worth(new Found(itemCode, o), typeCode, serves))
                        .thenComparing(Object::toString))
                .toList();
        return new ItemModel(itemCode, thinned(sorted));
    }

    private static long worth(Found found, String typeCode, List<Requirement> serves) {
        return serves.stream()
                .mapToLong(requirement -> EngineRatio.of(requirement, typeCode, List.of(found)))
                .filter(ratio -> ratio >= 0)
                .sum();
    }

    private static List<ItemOutcome> thinned(List<ItemOutcome> sorted) {
        if (sorted.size() <= MOST) {
            return sorted;
        }
        List<ItemOutcome> kept = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            kept.add(sorted.get(i * (sorted.size() - 1) / (MOST - 1)));
        }
        return kept;
    }

    /** Place of an outcome on the scale; a thinned-out one takes the place of a neighbour with the same verdict. */
    static int place(ItemModel item, ItemOutcome outcome) {
        int place = item.outcomes().indexOf(outcome);
        if (place >= 0) {
            return place;
        }
        int nearest = outcome.failed() ? 0 : item.outcomes().size() - 1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < item.outcomes().size(); i++) {
            ItemOutcome other = item.outcomes().get(i);
            double distance = Math.abs(size(other) - size(outcome));
            if (other.failed() == outcome.failed() && distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double size(ItemOutcome outcome) {
        return outcome.figure() != null
                ? outcome.figure().doubleValue()
                : outcome.count() != null ? outcome.count() : 0;
    }
}
