package org.civitas.scoring.domain.forecast;

import java.util.List;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.Threshold;
import org.civitas.scoring.domain.forecast.EngineRatio.Found;

/**
 * 点位得分率 — ratio of one site for one requirement from what was found at its items, in integers of 10⁻⁹.
 *
 * <p>Rules that take the mean or the worst of what each item is worth are computed here, from worths that the engine gave; all
 * others ask the engine and remember its answer.
 */
sealed interface SiteRatio permits SiteRatio.OfWorths, RememberedRatio {

    /** @param found place on the item's scale for every item of the type, −1 where it does not apply */
    long of(int[] found);

    /** @param places places of the requirement's items among those of the type */
    static SiteRatio of(Requirement requirement, String typeCode, List<ItemModel> items, int[] places) {
        boolean itemByItem = requirement.rule() instanceof PassFail || requirement.rule() instanceof Threshold;
        if (!itemByItem) {
            return new RememberedRatio(requirement, typeCode, items, places);
        }
        long[][] worths = new long[places.length][];
        for (int i = 0; i < places.length; i++) {
            ItemModel item = items.get(places[i]);
            worths[i] = item.outcomes().stream()
                    .mapToLong(o -> EngineRatio.of(requirement, typeCode, List.of(new Found(item.code(), o))))
                    .toArray();
        }
        return new OfWorths(places, worths, requirement.combination() == Requirement.Combination.WORST);
    }

    /** 逐项合成 — mean (HALF_UP) or minimum of what the items are worth. */
    record OfWorths(int[] places, long[][] worths, boolean worst) implements SiteRatio {

        @Override
        public long of(int[] found) {
            long sum = 0;
            long least = Long.MAX_VALUE;
            int count = 0;
            for (int i = 0; i < places.length; i++) {
                int outcome = found[places[i]];
                if (outcome >= 0) {
                    long worth = worths[i][outcome];
                    sum += worth;
                    least = Math.min(least, worth);
                    count++;
                }
            }
            if (count == 0) {
                return EngineRatio.UNJUDGED;
            }
            return worst ? least : (2 * sum + count) / (2L * count);
        }
    }
}
