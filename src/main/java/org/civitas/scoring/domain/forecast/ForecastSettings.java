package org.civitas.scoring.domain.forecast;

import org.civitas.shared.RuleViolation;

/**
 * 预测设定 — what is drawn, how often, and what is to be reached.
 *
 * @param target per cent of the judged points, in integers of 10⁻⁹ per cent (88 % is 88,000,000,000)
 * @param seed same seed, same inputs: same result, on any number of threads
 * @param halfLifeDays age at which an observation weighs one half, in days, above 0
 */
public record ForecastSettings(SamplePlan plan, long target, int draws, long seed, double halfLifeDays) {

    /** 100 per cent. */
    public static final long HUNDRED = 100_000_000_000L;

    private static final int FEWEST = 100;
    private static final int MOST = 100_000;

    public ForecastSettings {
        if (target < 0 || target > HUNDRED) {
            throw new RuleViolation("forecast.target.range", "目标分应在 0 到 100 之间。");
        }
        if (draws < FEWEST || draws > MOST) {
            throw new RuleViolation("forecast.draws.range", "模拟次数应在 " + FEWEST + " 到 " + MOST + " 之间。");
        }
        if (!(halfLifeDays >= 1 && halfLifeDays <= 3_650)) {
            throw new RuleViolation("forecast.half-life.range", "半衰期应在 1 到 3650 天之间。");
        }
    }
}
