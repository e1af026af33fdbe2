package org.civitas.scoring.domain.forecast;

/**
 * 点位抽样 — draws what would be found at one site.
 *
 * <p>One-factor Gaussian copula (Vasicek 1987; Emrich and Piedmonte 1991): an item is found at most o when
 * √c·G + √s·Z + √(1−c−s)·ε ≤ bound(o), G shared by the type in the county, Z by the items of the site. Whatever c and s are,
 * each item keeps its own probabilities.
 */
final class SiteDraw {

    private final DrawStream stream = new DrawStream(0);

    /** Fills {@code found} with places on the items' scales, −1 where an item does not apply. */
    void draw(SiteModel site, long seed, double county, boolean mended, int[] found) {
        stream.restart(seed);
        double effect = StrictMath.sqrt(site.common()) * county + StrictMath.sqrt(site.shared()) * stream.normal();
        double scale = 1 / StrictMath.sqrt(1 - site.common() - site.shared());
        double[] absent = site.absent();
        double[][] bounds = site.bounds();
        for (int item = 0; item < bounds.length; item++) {
            double luck = stream.uniform();
            if (absent[item] > 0) {
                if (luck < absent[item]) {
                    found[item] = -1;
                    continue;
                }
                luck = (luck - absent[item]) / (1 - absent[item]);
            }
            double[] own = bounds[item];
            int place = 0;
            if (mended) {
                place = own.length;
            } else {
                while (place < own.length && luck >= Normal.quickCumulative((own[place] - effect) * scale)) {
                    place++;
                }
            }
            found[item] = place;
        }
    }
}
