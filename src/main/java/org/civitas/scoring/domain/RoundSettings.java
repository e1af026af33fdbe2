package org.civitas.scoring.domain;

import java.util.List;
import java.util.UUID;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;

/**
 * 轮次设定 — what a round is about.
 *
 * @param kinds names of the kinds of inspection that count; rechecks count only if they stand here
 * @param minCoverage coverage without which the round can not be published, in integers of 10⁻⁹
 */
public record RoundSettings(
        UUID editionId, String areaCode, Period period, VisitRule visitRule, List<String> kinds, long minCoverage) {

    public RoundSettings {
        kinds = kinds.stream().distinct().sorted().toList();
        if (kinds.isEmpty()) {
            throw new RuleViolation("round.kinds.empty", "请至少选择一种计入得分的督查方式。");
        }
        if (minCoverage < 0 || minCoverage > Fraction.ONE) {
            throw new RuleViolation("round.coverage.range", "最低覆盖率应在 0 到 100% 之间。");
        }
    }
}
