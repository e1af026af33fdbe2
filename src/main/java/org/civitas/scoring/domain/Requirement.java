package org.civitas.scoring.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * 测评要求 — a part of a criterion with one method, its full points and one rule.
 *
 * @param method how it is judged: at sites, or from what is entered for it
 * @param code stands once in an edition, such as 6.2.1-1
 * @param itemCodes check items that are judged for it; each counts once
 * @param typeWeights weight of a site type in integers of 10⁻⁹; a type that is not named weighs 1
 * @param leadUnit 牵头单位, carries what no site's unit carries
 */
public record Requirement(
        String code,
        String criterionCode,
        Points full,
        ScoringRule rule,
        Combination combination,
        List<String> itemCodes,
        Map<String, Long> typeWeights,
        @Nullable UUID leadUnit,
        Method method) {

    /** 检查项合成 — how the check items of one site become one ratio. */
    public enum Combination {
        MEAN,
        WORST
    }

    public Requirement {
        itemCodes = itemCodes.stream().distinct().sorted().toList();
        typeWeights = Map.copyOf(typeWeights);
        if (full.nanos() < 0) {
            throw new IllegalArgumentException("negative full points");
        }
    }

    /** A requirement that is judged at sites. */
    public Requirement(
            String code,
            String criterionCode,
            Points full,
            ScoringRule rule,
            Combination combination,
            List<String> itemCodes,
            Map<String, Long> typeWeights,
            @Nullable UUID leadUnit) {
        this(code, criterionCode, full, rule, combination, itemCodes, typeWeights, leadUnit, Method.SITE);
    }

    /** A requirement that is judged from what is entered for it. */
    public Requirement(
            String code, String criterionCode, Points full, ScoringRule rule, Method method, @Nullable UUID leadUnit) {
        this(code, criterionCode, full, rule, Combination.MEAN, List.of(), Map.of(), leadUnit, method);
    }

    boolean atSites() {
        return method == Method.SITE;
    }

    long weightOf(String typeCode) {
        return typeWeights.getOrDefault(typeCode, Fraction.ONE);
    }
}
