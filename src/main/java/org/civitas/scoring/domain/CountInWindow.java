package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.civitas.shared.RuleViolation;

/**
 * 窗口计数 — tiers on the largest number of occurrences within any window of a distance or a time.
 *
 * <p>A count without positions is taken as the count of one window (the inspector looked at just that much); an
 * observation without a count goes by its verdict.
 *
 * @param length of the window, in metres or minutes
 */
public record CountInWindow(int length, boolean inMinutes, Tiers tiers) implements ScoringRule {

    private static final int SECONDS = 60;

    public CountInWindow {
        if (length <= 0) {
            throw new RuleViolation("scoring.window.length", "窗口的长度必须大于 0。");
        }
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return ItemReadings.combine(requirement, observations, this::ratioOf);
    }

    private long ratioOf(ObservationFacts observation) {
        Trail trail = observation.trail();
        if (trail != null) {
            return tiers.ratioOf(BigDecimal.valueOf(
                    inMinutes
                            ? trail.mostWithin(length * SECONDS, Trail.Occurrence::second)
                            : trail.mostWithin(length, Trail.Occurrence::metre)));
        }
        Integer count = observation.count();
        return count != null ? tiers.ratioOf(BigDecimal.valueOf(count)) : tiers.ratioOf(observation.verdict());
    }

    @Override
    public String sentence() {
        return "任意 " + length + (inMinutes ? " 分钟" : " 米") + "内最多的处数：" + tiers.sentence();
    }
}
