package org.civitas.scoring.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Method;

/**
 * 轮次设定 — what a round is about.
 *
 * @param kinds names of the kinds of inspection that count; rechecks count only if they stand here
 * @param methods that are scored; requirements of the others are left out
 * @param minCoverage coverage without which the round can not be published, in integers of 10⁻⁹
 */
public record RoundSettings(
        UUID editionId,
        String areaCode,
        Period period,
        VisitRule visitRule,
        List<String> kinds,
        long minCoverage,
        Set<Method> methods) {

    /** A round of site inspections only. */
    public RoundSettings(
            UUID editionId, String areaCode, Period period, VisitRule visitRule, List<String> kinds, long minCoverage) {
        this(editionId, areaCode, period, visitRule, kinds, minCoverage, Set.of(Method.SITE));
    }

    public RoundSettings {
        kinds = kinds.stream().distinct().sorted().toList();
        if (kinds.isEmpty()) {
            throw new RuleViolation("round.kinds.empty", "请至少选择一种计入得分的督查方式。");
        }
        methods = methods.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(methods));
        if (methods.isEmpty()) {
            throw new RuleViolation("round.methods.empty", "请至少选择一种计入得分的测评方法。");
        }
        if (minCoverage < 0 || minCoverage > Fraction.ONE) {
            throw new RuleViolation("round.coverage.range", "最低覆盖率应在 0 到 100% 之间。");
        }
    }
}
