package org.civitas.scoring.domain.forecast;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 预测结果 — what a forecast says. Scores and losses are in 10⁻⁹ per cent of the judged points, probabilities in 0 … 1.
 *
 * @param low 5 % of the draws lie below
 * @param high 95 % of the draws do not exceed it
 * @param meanError standard error of the mean by the number of draws alone
 * @param expected the mean in closed form where it exists, to check the simulation
 * @param reached share of the draws that reach the target
 * @param bins how many draws fell into each step of the score
 * @param criteria expected loss of every criterion, the largest first
 * @param sites expected loss of every site that can be drawn, the largest first
 * @param units expected loss by unit of both lines, the largest first
 * @param turns with the first 0, 1, 2, … sites of the list mended
 * @param planned sites and observations that the plan draws on average
 */
public record ForecastResult(
        long mean,
        long low,
        long high,
        long deviation,
        long meanError,
        @Nullable Long expected,
        double reached,
        List<Bin> bins,
        List<CriterionLoss> criteria,
        List<SiteLoss> sites,
        List<UnitLoss> units,
        List<Turn> turns,
        List<FixedPart> fixed,
        Correlation correlation,
        Size planned,
        int unjudged) {

    /** 分布 — draws whose score is at least {@code from} and less than the next. */
    public record Bin(long from, int draws) {}

    /** 标准预期失分 — {@code judged}: share of the draws in which it could be judged. */
    public record CriterionLoss(String code, String title, long loss, double judged) {}

    /**
     * 点位预期失分.
     *
     * @param number place of the site in the model
     * @param drawn how likely it is drawn
     * @param loss expected loss, drawn or not: what mending it gains on average
     * @param lossIfDrawn expected loss when it is drawn
     * @param pass mean pass probability of its items
     */
    public record SiteLoss(
            int number,
            UUID siteId,
            String code,
            String name,
            String typeCode,
            String areaCode,
            @Nullable UUID department,
            @Nullable UUID territory,
            double drawn,
            long loss,
            long lossIfDrawn,
            double pass,
            int visits) {}

    /** 单位预期失分 — {@code line} DEPARTMENT or TERRITORY; unit null is 无责任单位. */
    public record UnitLoss(String line, @Nullable UUID unitId, long loss) {}

    /** 逐个整改 — mean score and probability with that many sites mended. */
    public record Turn(long mean, double reached) {}

    /** 规模. */
    public record Size(int sites, int population, int neverVisited, int history) {}
}
