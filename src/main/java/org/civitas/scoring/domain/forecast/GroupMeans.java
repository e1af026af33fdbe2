package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.civitas.scoring.domain.forecast.TypeHistory.Seen;
import org.civitas.scoring.domain.forecast.TypeHistory.SiteHistory;

/**
 * 同类均值 — what is expected of an item before a site's own history is looked at: how the item does over the city, moved by how
 * sites of the type do in the county.
 *
 * <p>The item's distribution is a Dirichlet posterior whose prior is the type's pass share with the strength of
 * {@value #STRENGTH} observations; the type's is drawn likewise to 1/2. The county is one effect on the probit scale for all
 * items of the type, drawn to 0.
 */
final class GroupMeans {

    private static final double STRENGTH = 4;

    /** Counties of one city seldom differ by more than this, as a variance on the probit scale. */
    private static final double COUNTY_VARIANCE = 0.09;

    /** Correlation within a site that is reckoned with before it is estimated. */
    private static final double WITHIN_SITE = 0.15;

    private final TypeHistory type;
    private final double[][] shares;
    private final double[] means;
    private final Map<String, ProbitEffect> counties = new TreeMap<>();

    GroupMeans(TypeHistory type) {
        this.type = type;
        this.shares = shares(type);
        this.means = new double[shares.length];
        for (int item = 0; item < shares.length; item++) {
            double failing = 0;
            for (int o = 0; o < type.items().get(item).failing(); o++) {
                failing += shares[item][o];
            }
            means[item] = Math.clamp(1 - failing, 0.005, 0.995);
        }
        Map<String, List<SiteHistory>> byCounty = new TreeMap<>();
        type.sites()
                .forEach(site -> byCounty.computeIfAbsent(site.county(), c -> new ArrayList<>())
                        .add(site));
        byCounty.forEach((county, sites) -> counties.put(county, effect(sites)));
    }

    List<String> counties() {
        return List.copyOf(counties.keySet());
    }

    ProbitEffect county(SiteHistory site) {
        return Objects.requireNonNull(counties.get(site.county()));
    }

    /** How much of the variance of a county's effect is still unknown, against one with no history at all. */
    double unknown(SiteHistory site) {
        return county(site).variance();
    }

    /** Φ⁻¹ of the expected pass probability of an item at a site. */
    double expected(SiteHistory site, int item) {
        return Normal.quantile(means[item]) + county(site).mode();
    }

    /** Pass probability by the group alone. */
    double mean(SiteHistory site, int item) {
        return Math.clamp(Normal.cumulative(expected(site, item)), 0.005, 0.995);
    }

    /** Shares of the outcomes of an item, from the worst, over the city. */
    double[] shares(int item) {
        return shares[item];
    }

    private static double[][] shares(TypeHistory type) {
        double[][] counts = new double[type.items().size()][];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = new double[type.items().get(item).outcomes().size()];
        }
        double passed = 1;
        double all = 2;
        for (SiteHistory site : type.sites()) {
            for (Seen seen : site.applicable()) {
                counts[seen.item()][seen.outcome()] += seen.weight();
                passed += seen.failed() ? 0 : seen.weight();
                all += seen.weight();
            }
        }
        for (int item = 0; item < counts.length; item++) {
            spread(counts[item], type.items().get(item).failing(), passed / all);
        }
        return counts;
    }

    /** Adds the prior and makes shares of the counts. */
    private static void spread(double[] counts, int failing, double pass) {
        int passing = counts.length - failing;
        for (int o = 0; o < counts.length; o++) {
            double side = o < failing ? (passing == 0 ? 1 : 1 - pass) / failing : (failing == 0 ? 1 : pass) / passing;
            counts[o] += STRENGTH * side;
        }
        double sum = Arrays.stream(counts).sum();
        for (int o = 0; o < counts.length; o++) {
            counts[o] /= sum;
        }
    }

    private ProbitEffect effect(List<SiteHistory> sites) {
        List<double[]> rows = new ArrayList<>();
        for (SiteHistory site : sites) {
            List<Seen> seen = site.applicable();
            double information = seen.stream()
                    .mapToDouble(s -> s.weight() * ProbitEffect.information(Normal.quantile(means[s.item()])))
                    .sum();
            for (Seen each : seen) {
                rows.add(new double[] {
                    Normal.quantile(means[each.item()]),
                    each.failed() ? 0 : 1,
                    each.weight() / (1 + WITHIN_SITE * information)
                });
            }
        }
        boolean[] passed = new boolean[rows.size()];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = rows.get(i)[1] > 0;
        }
        return ProbitEffect.of(
                rows.stream().mapToDouble(r -> r[0]).toArray(),
                passed,
                rows.stream().mapToDouble(r -> r[2]).toArray(),
                COUNTY_VARIANCE);
    }
}
