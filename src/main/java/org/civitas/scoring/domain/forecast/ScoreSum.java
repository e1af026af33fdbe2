package org.civitas.scoring.domain.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.Zeroing;
import org.civitas.standard.Method;

/**
 * 汇总 — from the ratios of the drawn sites to the score of the draw, as the engine does it: mean over the sites of a type, over
 * types by weight, times the full points; a missing condition may take the whole criterion; summed, or by method where methods
 * have weights; then in per cent of what was judged.
 */
final class ScoreSum {

    private static final int METHODS = Method.values().length;

    private final Layout layout;
    private final List<FixedPart> fixed;
    private final double[] full;
    private final double[] weights;
    private final double[] reached;
    private final int[] method;
    private final int[] criterion;
    private final boolean[] takesCriterion;
    private final double[] deficits;
    private final double[] criterionFull;
    private final double[] methodWeights;
    private final double[] got = new double[METHODS];
    private final double[] judged = new double[METHODS];

    ScoreSum(Layout layout) {
        this.layout = layout;
        this.fixed = layout.model.fixed();
        List<Requirement> requirements = layout.requirements;
        int count = requirements.size();
        full = requirements.stream().mapToDouble(r -> r.full().nanos()).toArray();
        weights = new double[count];
        reached = new double[count];
        method = requirements.stream().mapToInt(r -> r.method().ordinal()).toArray();
        takesCriterion = new boolean[count];
        criterion = new int[count];
        Map<String, Integer> places = new HashMap<>();
        for (int r = 0; r < count; r++) {
            takesCriterion[r] = requirements.get(r).rule() instanceof Zeroing zeroing && zeroing.wholeCriterion();
            criterion[r] = places.computeIfAbsent(requirements.get(r).criterionCode(), c -> places.size());
        }
        deficits = new double[places.size()];
        criterionFull = new double[places.size()];
        methodWeights = new double[METHODS];
        layout.model.edition().weights().forEach((each, weight) -> methodWeights[each.ordinal()] = weight);
        if (layout.model.edition().weights().isEmpty()) {
            Arrays.fill(method, 0);
        }
    }

    /**
     * @param unit is filled with what one 10⁻⁹ of a site's ratio is worth in each cell, in 10⁻⁹ per cent of the score
     * @return 10⁻⁹ per cent
     */
    long of(long[] cellSum, int[] cellCount, double[] unit, DrawStream stream, DrawSums sums) {
        Arrays.fill(got, 0);
        Arrays.fill(judged, 0);
        requirements(cellSum, cellCount);
        for (FixedPart part : fixed) {
            int group =
                    methodWeights[part.method().ordinal()] > 0 ? part.method().ordinal() : 0;
            got[group] += part.got().get(stream.below(part.got().size()));
            judged[group] += part.judged();
        }
        Arrays.fill(unit, 0);
        double weight = weightOfJudged();
        if (weight <= 0) {
            sums.unjudged++;
            return 0;
        }
        double score = 0;
        for (int m = 0; m < METHODS; m++) {
            if (judged[m] > 0) {
                judged[m] = weight(m) / weight / judged[m] * ForecastSettings.HUNDRED; // from here on: per point
                score += got[m] * judged[m];
            }
        }
        worth(cellSum, cellCount, unit, sums);
        return Math.round(score);
    }

    private double weight(int group) {
        return layout.model.edition().weights().isEmpty() ? 1 : methodWeights[group];
    }

    private double weightOfJudged() {
        double weight = 0;
        for (int m = 0; m < METHODS; m++) {
            weight += judged[m] > 0 ? weight(m) : 0;
        }
        return weight;
    }

    private void requirements(long[] cellSum, int[] cellCount) {
        Arrays.fill(deficits, 0);
        Arrays.fill(criterionFull, 0);
        for (int r = 0; r < full.length; r++) {
            double weight = 0;
            double sum = 0;
            for (int c : layout.cellsOfRequirement[r]) {
                if (cellCount[c] > 0) {
                    weight += layout.cells[c].weight();
                    sum += layout.cells[c].weight() * (cellSum[c] / (double) cellCount[c]);
                    if (takesCriterion[r]) {
                        deficits[criterion[r]] += (double) cellCount[c] * Fraction.ONE - cellSum[c];
                    }
                }
            }
            weights[r] = weight;
            reached[r] = weight > 0 ? sum / weight / Fraction.ONE : 0;
            criterionFull[criterion[r]] += full[r];
        }
        for (int r = 0; r < full.length; r++) {
            if (deficits[criterion[r]] > 0) {
                judged[method[r]] += full[r];
            } else if (weights[r] > 0) {
                got[method[r]] += full[r] * reached[r];
                judged[method[r]] += full[r];
            }
        }
    }

    /** A criterion that fell to zero is charged to the sites at which a condition was missing. */
    private void worth(long[] cellSum, int[] cellCount, double[] unit, DrawSums sums) {
        for (int r = 0; r < full.length; r++) {
            double scale = judged[method[r]];
            boolean zeroed = deficits[criterion[r]] > 0;
            double loss = 0;
            for (int c : layout.cellsOfRequirement[r]) {
                if (cellCount[c] > 0) {
                    unit[c] = !zeroed
                            ? scale * full[r] * layout.cells[c].weight() / (weights[r] * cellCount[c] * Fraction.ONE)
                            : takesCriterion[r] ? scale * criterionFull[criterion[r]] / deficits[criterion[r]] : 0;
                    loss += unit[c] * ((double) cellCount[c] * Fraction.ONE - cellSum[c]);
                }
            }
            if (weights[r] > 0 || zeroed) {
                sums.requirementLosses[r] += Math.round(loss);
                sums.requirementJudged[r]++;
            }
        }
    }
}
