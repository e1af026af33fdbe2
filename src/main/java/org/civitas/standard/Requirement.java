package org.civitas.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * 测评要求 — a part of a criterion with one method and its own full points.
 *
 * @param code the criterion's code with a number, such as 6.2.1-1
 * @param rule null where the method has no rule yet (only 实地考察 must have one)
 * @param leadUnitCode 牵头单位, if one is named
 * @param typeWeights weight of a site type, by its code; a type that is not named weighs 1
 * @param coUnitCodes 配合单位: they help, and lose no points
 * @param evidence 佐证要求: which papers, figures or pictures prove it; empty when none is asked for
 */
public record Requirement(
        String code,
        String criterionCode,
        Method method,
        Points full,
        @Nullable RuleDefinition rule,
        Combination combination,
        @Nullable String leadUnitCode,
        Map<String, BigDecimal> typeWeights,
        List<String> coUnitCodes,
        String evidence) {

    public Requirement {
        typeWeights = Map.copyOf(typeWeights);
        coUnitCodes = List.copyOf(coUnitCodes);
    }

    /** A requirement without co-responsible units and evidence. */
    public Requirement(
            String code,
            String criterionCode,
            Method method,
            Points full,
            @Nullable RuleDefinition rule,
            Combination combination,
            @Nullable String leadUnitCode,
            Map<String, BigDecimal> typeWeights) {
        this(code, criterionCode, method, full, rule, combination, leadUnitCode, typeWeights, List.of(), "");
    }

    /** A requirement whose site types all weigh the same. */
    public Requirement(
            String code,
            String criterionCode,
            Method method,
            Points full,
            @Nullable RuleDefinition rule,
            Combination combination,
            @Nullable String leadUnitCode) {
        this(code, criterionCode, method, full, rule, combination, leadUnitCode, Map.of());
    }
}
