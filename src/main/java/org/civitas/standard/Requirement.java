package org.civitas.standard;

import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * 测评要求 — a part of a criterion with one method and its own full points.
 *
 * @param code the criterion's code with a number, such as 6.2.1-1
 * @param rule null where the method has no rule yet (only 实地考察 must have one)
 * @param leadUnitCode 牵头单位, if one is named
 */
public record Requirement(
        String code,
        String criterionCode,
        Method method,
        Points full,
        @Nullable RuleDefinition rule,
        Combination combination,
        @Nullable String leadUnitCode) {}
