package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.civitas.shared.RuleViolation;

/** 发布条件 — what must hold before figures go out to the units. */
public final class PublicationPolicy {

    private PublicationPolicy() {}

    /**
     * @param coverage share that was judged, in integers of 10⁻⁹
     * @param minCoverage in integers of 10⁻⁹
     * @param secretPlans plans not yet released whose observations the round used
     */
    public static void require(Tally total, long coverage, long minCoverage, int secretPlans) {
        if (total.judged() == 0) {
            throw new RuleViolation("round.publish.nothing-judged", "本轮时段和区划内没有任何可计分的检查记录，不能发布。");
        }
        if (coverage < minCoverage) {
            throw new RuleViolation(
                    "round.publish.coverage-low",
                    "本轮覆盖率为 " + percent(coverage) + "，低于设定的最低覆盖率 " + percent(minCoverage) + "，不能发布。");
        }
        if (secretPlans > 0) {
            throw new RuleViolation(
                    "round.publish.secret-plan", "本轮用到 " + secretPlans + " 个尚未公开的督查计划，请先公开这些计划再发布，以免泄露暗访安排。");
        }
    }

    private static String percent(long nanos) {
        return BigDecimal.valueOf(nanos, 7).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
