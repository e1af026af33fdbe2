package org.civitas.scoring.domain.forecast;

import java.util.List;
import org.civitas.scoring.domain.Fraction;

/**
 * 汇总 — from the ratios of the drawn sites to the score of the draw, as the engine does it: mean over the sites of a type, over
 * types by weight, times the full points, summed; then in per cent of what was judged.
 */
final class ScoreSum {

    private final Layout layout;
    private final List<FixedPart> fixed;
    private final double[] full;
    private final double[] weights;

    ScoreSum(Layout layout) {
        this.layout = layout;
        this.fixed = layout.model.fixed();
        this.full =
                layout.requirements.stream().mapToDouble(r -> r.full().nanos()).toArray();
        this.weights = new double[full.length];
    }

    /**
     * @param unit is filled with what one 10⁻⁹ of a site's ratio is worth in each cell, in 10⁻⁹ per cent of the score
     * @return 10⁻⁹ per cent
     */
    long of(long[] cellSum, int[] cellCount, double[] unit, DrawStream stream, DrawSums sums) {
        double got = 0;
        double judged = 0;
        for (int r = 0; r < full.length; r++) {
            double weight = 0;
            double sum = 0;
            for (int c : layout.cellsOfRequirement[r]) {
                if (cellCount[c] > 0) {
                    weight += layout.cells[c].weight();
                    sum += layout.cells[c].weight() * (cellSum[c] / (double) cellCount[c]);
                }
            }
            weights[r] = weight;
            if (weight > 0) {
                got += full[r] * (sum / weight / Fraction.ONE);
                judged += full[r];
            }
        }
        for (FixedPart part : fixed) {
            got += part.got().get(stream.below(part.got().size()));
            judged += part.judged();
        }
        if (judged <= 0) {
            sums.unjudged++;
            java.util.Arrays.fill(unit, 0);
            return 0;
        }
        worth(cellSum, cellCount, unit, ForecastSettings.HUNDRED / judged, sums);
        return Math.round(got * (ForecastSettings.HUNDRED / judged));
    }

    private void worth(long[] cellSum, int[] cellCount, double[] unit, double scale, DrawSums sums) {
        for (int r = 0; r < full.length; r++) {
            double loss = 0;
            for (int c : layout.cellsOfRequirement[r]) {
                if (cellCount[c] > 0) {
                    unit[c] = scale * full[r] * layout.cells[c].weight() / (weights[r] * cellCount[c] * Fraction.ONE);
                    loss += unit[c] * ((double) cellCount[c] * Fraction.ONE - cellSum[c]);
                }
            }
            if (weights[r] > 0) {
                sums.requirementLosses[r] += Math.round(loss);
                sums.requirementJudged[r]++;
            }
        }
    }
}
