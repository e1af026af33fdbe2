package org.civitas.scoring.domain.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.forecast.TypeHistory.Seen;
import org.civitas.scoring.domain.forecast.TypeHistory.SiteHistory;

/**
 * 点位拟合 — from the group's expectation and the site's own history to what is expected at the next visit.
 *
 * <p>First the site's effect, from all its items; then each item by its own history: a Dirichlet posterior (Beta-Binomial
 * where an item only passes or fails) whose prior is the group's distribution moved by the site's effect as it would be
 * without that very item, so that nothing counts twice.
 */
final class SiteFitting {

    /** Whether an item applies hardly changes: one observation of the site weighs as much as the whole group. */
    private static final double ABSENT_STRENGTH = 1;

    private final TypeHistory type;
    private final GroupMeans means;
    private final Correlation correlation;
    private final double[] absentShare;

    SiteFitting(TypeHistory type, GroupMeans means, Correlation correlation) {
        this.type = type;
        this.means = means;
        this.correlation = correlation;
        this.absentShare = absentShare(type);
    }

    SiteModel fit(SiteHistory site) {
        List<Seen> seen = site.applicable();
        int count = seen.size();
        double widening = StrictMath.sqrt(1 + correlation.siteVariance());
        double[] expected = new double[count];
        boolean[] passed = new boolean[count];
        for (int j = 0; j < count; j++) {
            expected[j] = means.expected(site, seen.get(j).item()) * widening;
            passed[j] = !seen.get(j).failed();
        }
        double[] weights = weights(seen, expected);
        double prior = Math.max(correlation.siteVariance(), 1e-6);
        ProbitEffect effect = ProbitEffect.of(expected, passed, weights, prior);
        int items = type.items().size();
        double[] score = new double[items];
        double[] information = new double[items];
        for (int j = 0; j < count; j++) {
            double eta = expected[j] + effect.mode();
            score[seen.get(j).item()] += weights[j] * ProbitEffect.score(eta, passed[j]);
            information[seen.get(j).item()] += weights[j] * ProbitEffect.information(eta);
        }
        double[][] alpha = new double[items][];
        for (int item = 0; item < items; item++) {
            alpha[item] = prior(site, item, effect.without(score[item], information[item]), widening);
        }
        return model(site, alpha, effect.variance() / prior, effect.variance());
    }

    /** Items of one visit share its luck, so together they tell less than one by one. */
    private double[] weights(List<Seen> seen, double[] expected) {
        Map<UUID, Double> information = new HashMap<>();
        for (int j = 0; j < expected.length; j++) {
            information.merge(seen.get(j).visit(), ProbitEffect.information(expected[j]), Double::sum);
        }
        double[] weights = new double[expected.length];
        for (int j = 0; j < weights.length; j++) {
            double ofVisit = information.getOrDefault(seen.get(j).visit(), 0.0);
            weights[j] = seen.get(j).weight() / (1 + correlation.visitShare() * ofVisit);
        }
        return weights;
    }

    /** The item's distribution as the group and the other items of the site let expect it, as observations. */
    private double[] prior(SiteHistory site, int item, ProbitEffect others, double widening) {
        double[] shares = means.shares(item);
        double[] prior = new double[shares.length];
        double shift = means.county(site).mode();
        double scale = StrictMath.sqrt(1 + others.variance());
        double cumulated = 0;
        double below = 0;
        for (int o = 0; o < shares.length; o++) {
            cumulated += shares[o];
            double upTo = o == shares.length - 1
                    ? 1
                    : Normal.cumulative(((Normal.quantile(cumulated) - shift) * widening - others.mode()) / scale);
            prior[o] = correlation.itemStrength() * Math.max(upTo - below, 0);
            below = upTo;
        }
        return prior;
    }

    private SiteModel model(SiteHistory site, double[][] alpha, double unknown, double siteVariance) {
        int items = alpha.length;
        double[] absent = absentShare.clone();
        double[] trials = new double[items];
        double weight = 0;
        for (int item = 0; item < items; item++) {
            absent[item] *= ABSENT_STRENGTH;
            trials[item] = ABSENT_STRENGTH;
        }
        for (Seen seen : site.seen()) {
            trials[seen.item()] += seen.weight();
            if (seen.applicable()) {
                alpha[seen.item()][seen.outcome()] += seen.weight();
                weight += seen.weight();
            } else {
                absent[seen.item()] += seen.weight();
            }
        }
        site.mends().forEach(mend -> alpha[mend.item()][mend.outcome()] += mend.weight());
        double[] pass = new double[items];
        double[][] bounds = new double[items][];
        for (int item = 0; item < items; item++) {
            absent[item] /= trials[item];
            bounds[item] = new double[alpha[item].length - 1];
            pass[item] = bounds(alpha[item], type.items().get(item).failing(), bounds[item]);
        }
        double shared = (siteVariance + correlation.visitShare()) / (1 + siteVariance);
        double common = Math.min(means.unknown(site) * unknown, 0.3) * (1 - shared);
        return new SiteModel(
                site.site(),
                absent,
                pass,
                bounds,
                shared,
                common,
                means.counties().indexOf(site.county()),
                (int) site.seen().stream().map(Seen::visit).distinct().count(),
                weight);
    }

    /** Fills the bounds on the latent scale and answers the probability of passing. */
    private static double bounds(double[] alpha, int failing, double[] bounds) {
        double sum = 0;
        for (double a : alpha) {
            sum += a;
        }
        double cumulated = 0;
        double failed = 0;
        for (int o = 0; o < alpha.length; o++) {
            cumulated += alpha[o] / sum;
            if (o < failing) {
                failed = cumulated;
            }
            if (o < bounds.length) {
                bounds[o] = Normal.quantile(cumulated);
            }
        }
        return 1 - failed;
    }

    private static double[] absentShare(TypeHistory type) {
        double[] absent = new double[type.items().size()];
        double[] all = new double[absent.length];
        type.sites()
                .forEach(site -> site.seen().forEach(seen -> {
                    all[seen.item()] += seen.weight();
                    absent[seen.item()] += seen.applicable() ? 0 : seen.weight();
                }));
        for (int item = 0; item < absent.length; item++) {
            absent[item] = all[item] == 0 ? 0 : absent[item] / all[item];
        }
        return absent;
    }
}
