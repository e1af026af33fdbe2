package org.civitas.scoring.domain.forecast;

/**
 * 相关程度 — how much the outcomes at one site hang together, on the latent normal scale.
 *
 * @param visit correlation of two items judged in the same visit, 0 ≤ site ≤ visit
 * @param site correlation of two items of one site judged in different visits: what stays
 * @param itemStrength how many observations the expectation of an item at a site weighs against its own history
 */
public record Correlation(double visit, double site, double itemStrength) {

    /** Assumed where nothing is known. */
    static final Correlation USUAL = new Correlation(0.12, 0.06, 5);

    private static final double LARGEST = 0.6;

    public Correlation {
        visit = Math.clamp(visit, 0, LARGEST);
        site = Math.clamp(site, 0, visit);
    }

    /** Variance of what stays at a site, where visit and chance together have variance 1. */
    double siteVariance() {
        return site / (1 - site);
    }

    /** Share of the visit in what changes from visit to visit. */
    double visitShare() {
        return (visit - site) / (1 - site);
    }
}
