package org.civitas.scoring.domain.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.forecast.TypeHistory.Seen;
import org.civitas.scoring.domain.forecast.TypeHistory.SiteHistory;

/**
 * 相关估计 — by moments: pairs of items of one visit, pairs of items of one site in different visits, and pairs of the same item in
 * different visits. Age does not weigh here: how things hang together changes slowly.
 */
final class CorrelationFitting {

    /** What is assumed counts as much as about 500 pairs of items that pass nine times of ten. */
    private static final double CAUTION = 15;

    private static final double USUAL_STAYING = 1 / (1 + Correlation.USUAL.itemStrength());

    private final PairSums sameVisit = new PairSums();
    private final PairSums otherVisit = new PairSums();
    private final PairSums sameItem = new PairSums();

    static Correlation of(List<TypeHistory> types, List<GroupMeans> means) {
        CorrelationFitting fitting = new CorrelationFitting();
        for (int t = 0; t < types.size(); t++) {
            for (SiteHistory site : types.get(t).sites()) {
                fitting.add(site, means.get(t));
            }
        }
        return fitting.correlation();
    }

    private void add(SiteHistory site, GroupMeans means) {
        PairSums.Group all = new PairSums.Group();
        Map<UUID, PairSums.Group> visits = new HashMap<>();
        Map<Integer, PairSums.Group> items = new HashMap<>();
        for (Seen seen : site.applicable()) {
            double mean = means.mean(site, seen.item());
            all.add(!seen.failed(), mean);
            visits.computeIfAbsent(seen.visit(), v -> new PairSums.Group()).add(!seen.failed(), mean);
            items.computeIfAbsent(seen.item(), i -> new PairSums.Group()).add(!seen.failed(), mean);
        }
        otherVisit.add(all, 1);
        visits.values().forEach(group -> {
            sameVisit.add(group, 1);
            otherVisit.add(group, -1);
        });
        items.values().forEach(group -> {
            sameItem.add(group, 1);
            otherVisit.add(group, -1);
        });
    }

    private Correlation correlation() {
        double visit = sameVisit.correlation(Correlation.USUAL.visit(), CAUTION);
        double site = otherVisit.correlation(Correlation.USUAL.site(), CAUTION);
        Correlation clamped = new Correlation(Math.max(visit, site), site, Correlation.USUAL.itemStrength());
        double staying = sameItem.staying(clamped.site(), USUAL_STAYING, CAUTION);
        return new Correlation(clamped.visit(), clamped.site(), (1 - staying) / staying);
    }
}
