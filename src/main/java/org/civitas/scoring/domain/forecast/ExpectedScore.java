package org.civitas.scoring.domain.forecast;

import java.util.OptionalDouble;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.Zeroing;

/**
 * 解析均值 — the mean score without any draw, where it has a closed form.
 *
 * <p>Each site of a type is equally likely to be drawn, so the expected mean of a fixed number of drawn sites is the mean over
 * all sites of the type (Cochran, Sampling Techniques, theorem 2.1); where every item applies and the ratio of a site is the
 * mean of its items, the expected ratio is the mean of the items' expected worths. Empty where that does not hold.
 */
public final class ExpectedScore {

    private ExpectedScore() {}

    /** In 10⁻⁹ per cent. */
    public static OptionalDouble of(ForecastModel model, SamplePlan plan) {
        Layout layout = new Layout(model);
        if (!model.edition().weights().isEmpty()
                || layout.requirements.stream().anyMatch(r -> r.rule() instanceof Zeroing)) {
            return OptionalDouble.empty();
        }
        double got = 0;
        double judged = 0;
        for (int r = 0; r < layout.requirements.size(); r++) {
            double weight = 0;
            double sum = 0;
            for (int t = 0; t < layout.cellsOfType.length; t++) {
                TypeModel type = model.types().get(t);
                for (Layout.Cell cell : layout.cellsOfType[t]) {
                    if (cell.requirement() == r
                            && plan.of(type.typeCode()) > 0
                            && !type.sites().isEmpty()) {
                        OptionalDouble ratio = expected(type, cell);
                        if (ratio.isEmpty()) {
                            return OptionalDouble.empty();
                        }
                        weight += cell.weight();
                        sum += cell.weight() * ratio.getAsDouble();
                    }
                }
            }
            if (weight > 0) {
                double full = layout.requirements.get(r).full().nanos();
                got += full * sum / weight / Fraction.ONE;
                judged += full;
            }
        }
        for (FixedPart part : model.fixed()) {
            got += part.mean();
            judged += part.judged();
        }
        return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of(got / judged * ForecastSettings.HUNDRED);
    }

    private static OptionalDouble expected(TypeModel type, Layout.Cell cell) {
        if (!(cell.ratio() instanceof SiteRatio.OfWorths worths) || (worths.worst() && worths.places().length > 1)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (SiteModel site : type.sites()) {
            for (int i = 0; i < worths.places().length; i++) {
                int item = worths.places()[i];
                if (site.absent()[item] > 0) {
                    return OptionalDouble.empty();
                }
                sum += expected(site.bounds()[item], worths.worths()[i]) / worths.places().length;
            }
        }
        return OptionalDouble.of(sum / type.sites().size());
    }

    private static double expected(double[] bounds, long[] worths) {
        double below = 0;
        double expected = 0;
        for (int o = 0; o < worths.length; o++) {
            double upTo = o < bounds.length ? Normal.cumulative(bounds[o]) : 1;
            expected += (upTo - below) * worths[o];
            below = upTo;
        }
        return expected;
    }
}
