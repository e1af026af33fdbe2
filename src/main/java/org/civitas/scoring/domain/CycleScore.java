package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.List;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 周期得分 — several years weighed together: Σ weight · got / judged, divided once for each year. A year without a score
 * takes no part and is named.
 *
 * @param total in the unit of the weights
 * @param missing names of the years that have no score yet, in their order; while there is one, the total is partial
 */
public record CycleScore(Tally total, List<String> missing) {

    /**
     * 周期年度 — one year of a cycle.
     *
     * @param weight its points in the cycle, in integers of 10⁻⁹, above 0
     * @param score total of its published round; null while there is none
     */
    public record Year(String name, long weight, @Nullable Tally score) {
        public Year {
            if (weight <= 0) {
                throw new RuleViolation("scoring.cycle.weight", "周期中每一年的权重必须大于 0。");
            }
        }

        boolean scored() {
            return score != null && score.judged() > 0;
        }

        /** Its part of the cycle. */
        public Tally inCycle() {
            if (score == null || score.judged() == 0) {
                return new Tally(0, 0, weight);
            }
            long got = Apportionment.halfUp(
                    BigInteger.valueOf(weight).multiply(BigInteger.valueOf(score.got())),
                    BigInteger.valueOf(score.judged()));
            return new Tally(got, weight, weight);
        }
    }

    public static CycleScore of(List<Year> years) {
        Tally total = years.stream().map(Year::inCycle).reduce(Tally.NOTHING, Tally::plus);
        return new CycleScore(
                total, years.stream().filter(y -> !y.scored()).map(Year::name).toList());
    }
}
