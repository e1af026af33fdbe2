package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleType;
import org.civitas.standard.domain.RuleFormula;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rule-sentences")
@Tag(name = "standard")
class RuleController {

    /**
     * @param sentence the rule in one Chinese sentence; null when it can not be understood
     * @param parameters as they are kept; null when they can not be understood
     * @param fault why they can not be understood; null when they can
     */
    record RuleSentence(
            @Nullable String sentence,
            @Nullable String parameters,
            @Nullable String fault) {}

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "把一条计分规则说成一句话；参数写错时说明错在哪里")
    @GetMapping
    RuleSentence sentence(@RequestParam RuleType type, @RequestParam(defaultValue = "") String parameters) {
        try {
            RuleDefinition rule = RuleFormula.parse(type, parameters);
            return new RuleSentence(rule.sentence(), RuleFormula.format(rule), null);
        } catch (RuleViolation fault) {
            return new RuleSentence(null, null, fault.getMessage());
        }
    }
}
