package org.civitas.scoring.domain.forecast;

/**
 * 成对求和 — sums over pairs of residuals from the sums of single ones.
 *
 * <p>For outcomes with thresholds a, b and latent correlation ρ: cov ≈ φ(a)φ(b)(ρ + ρ²ab/2), the first terms of the
 * tetrachoric series (Pearson 1900; Kendall and Stuart, vol. 2). With R = Σ rᵢrⱼ, A = Σ φφ, B = Σ φφab the estimate solves
 * A·ρ + B·ρ²/2 = R.
 */
final class PairSums {

    private double residuals;
    private double slopes;
    private double bends;
    private double spreads;

    /** Sums of one group, from which the pairs within it follow. */
    static final class Group {
        private double r;
        private double rr;
        private double f;
        private double ff;
        private double fa;
        private double fafa;
        private double s;
        private double ss;

        /** @param mean expected pass probability of the outcome */
        void add(boolean passed, double mean) {
            double residual = (passed ? 1 : 0) - mean;
            double threshold = Normal.quantile(mean);
            double density = Normal.density(threshold);
            double spread = StrictMath.sqrt(mean * (1 - mean));
            r += residual;
            rr += residual * residual;
            f += density;
            ff += density * density;
            fa += density * threshold;
            fafa += density * threshold * density * threshold;
            s += spread;
            ss += spread * spread;
        }
    }

    /** Adds ({@code sign} 1) or takes away ({@code sign} −1) all pairs within the group. */
    void add(Group group, int sign) {
        residuals += sign * (group.r * group.r - group.rr) / 2;
        slopes += sign * (group.f * group.f - group.ff) / 2;
        bends += sign * (group.fa * group.fa - group.fafa) / 2;
        spreads += sign * (group.s * group.s - group.ss) / 2;
    }

    /** The latent correlation, pulled towards {@code usual} as if that had been seen in pairs of slope {@code weight}. */
    double correlation(double usual, double weight) {
        double a = Math.max(slopes, 0) + weight;
        double total = residuals + weight * usual;
        if (total <= 0) {
            return 0;
        }
        double root = a * a + 2 * bends * total;
        return Math.abs(bends) < 1e-9 || root <= 0 ? total / a : (StrictMath.sqrt(root) - a) / bends;
    }

    /** Share of the variance of an item that stays at a site beyond what the site's effect explains. */
    double staying(double siteCorrelation, double usual, double weight) {
        double own = residuals - siteCorrelation * slopes;
        return Math.clamp((own + weight * usual) / (Math.max(spreads, 0) + weight), 0.02, 0.5);
    }
}
