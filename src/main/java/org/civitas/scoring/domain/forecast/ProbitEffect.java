package org.civitas.scoring.domain.forecast;

/**
 * 偏移估计 — how much better or worse than expected a group of outcomes is, on the probit scale, pulled towards 0 by a
 * normal prior.
 *
 * <p>Model: P(pass_j) = Φ(ηⱼ + u), u ~ N(0, prior). Mode and curvature by Fisher scoring, as in penalised quasi-likelihood
 * (Breslow and Clayton, Approximate Inference in Generalized Linear Mixed Models, JASA 88, 1993).
 *
 * @param mode the most probable u
 * @param variance what is still unknown about u; the prior's where there is nothing to learn from
 */
record ProbitEffect(double mode, double variance) {

    private static final int STEPS = 6;
    private static final double FURTHEST = 3;

    /**
     * @param weights of the observations, 0 or more
     * @param prior variance of u, above 0
     */
    static ProbitEffect of(double[] expected, boolean[] passed, double[] weights, double prior) {
        double mode = 0;
        double information = 1 / prior;
        for (int step = 0; step < STEPS; step++) {
            double score = -mode / prior;
            information = 1 / prior;
            for (int j = 0; j < expected.length; j++) {
                score += weights[j] * score(expected[j] + mode, passed[j]);
                information += weights[j] * information(expected[j] + mode);
            }
            mode = Math.clamp(mode + score / information, -FURTHEST, FURTHEST);
        }
        return new ProbitEffect(mode, 1 / information);
    }

    /** Derivative of the log-likelihood of one outcome. */
    static double score(double eta, boolean passed) {
        double p = Normal.quickCumulative(eta);
        return Normal.density(eta) * ((passed ? 1 : 0) - p) / spread(p);
    }

    /** Fisher information of one outcome. */
    static double information(double eta) {
        double density = Normal.density(eta);
        return density * density / spread(Normal.quickCumulative(eta));
    }

    private static double spread(double p) {
        return Math.max(p * (1 - p), 1e-9);
    }

    /** The estimate as it would be without outcomes that gave this score and information at the mode. */
    ProbitEffect without(double score, double information) {
        double left = Math.max(1 / variance - information, 1e-6);
        return new ProbitEffect(Math.clamp(mode - score / left, -FURTHEST, FURTHEST), 1 / left);
    }
}
