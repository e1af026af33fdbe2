package org.civitas.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.shared.Points;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition.Deduct;
import org.civitas.standard.domain.EditionFault.Part;

/** What must hold for criteria and their requirements. */
final class RequirementRules {

    static final List<EditionRule> ALL = List.of(
            RequirementRules::codesAreUnique,
            RequirementRules::criterionExists,
            RequirementRules::criterionHasRequirement,
            RequirementRules::pointsArePositive,
            RequirementRules::requirementsAddUp,
            RequirementRules::siteRequirementHasRule,
            RequirementRules::deductionFitsFullPoints,
            RequirementRules::siteRequirementIsServed);

    private RequirementRules() {}

    static Stream<EditionFault> codesAreUnique(EditionContent content) {
        return TreeRules.repeated(content.requirements(), Requirement::code)
                .map(r -> fault("edition.requirement.code-twice", r, "要求编码", "要求编码 " + r.code() + " 出现了不止一次，应当唯一。"));
    }

    static Stream<EditionFault> criterionExists(EditionContent content) {
        Set<String> criteria = criteria(content).map(Node::code).collect(Collectors.toSet());
        return content.requirements().stream()
                .filter(r -> !criteria.contains(r.criterionCode()))
                .map(r -> fault(
                        "edition.requirement.criterion-unknown",
                        r,
                        "标准编码",
                        "要求 " + r.code() + " 所属的标准 " + r.criterionCode() + " 不存在。"));
    }

    static Stream<EditionFault> criterionHasRequirement(EditionContent content) {
        Set<String> having =
                content.requirements().stream().map(Requirement::criterionCode).collect(Collectors.toSet());
        return criteria(content)
                .filter(n -> !having.contains(n.code()))
                .map(n -> new EditionFault(
                        "edition.criterion.no-requirement",
                        Part.CRITERIA,
                        n.code(),
                        "要求编码",
                        "标准 " + n.code() + " 没有测评要求。"));
    }

    static Stream<EditionFault> pointsArePositive(EditionContent content) {
        return content.requirements().stream()
                .filter(r -> r.method() != Method.VETO && r.full().compareTo(Points.ZERO) <= 0)
                .map(r -> fault("edition.requirement.points", r, "要求分值", "要求 " + r.code() + " 的分值应大于 0。"));
    }

    static Stream<EditionFault> requirementsAddUp(EditionContent content) {
        Map<String, Points> sums = content.requirements().stream()
                .collect(Collectors.toMap(Requirement::criterionCode, Requirement::full, Points::plus));
        return criteria(content)
                .filter(n -> sums.containsKey(n.code()) && !n.full().equals(Objects.requireNonNull(sums.get(n.code()))))
                .map(n -> new EditionFault(
                        "edition.criterion.points-sum",
                        Part.CRITERIA,
                        n.code(),
                        "标准分值",
                        "标准 " + n.code() + " 的分值是 " + TreeRules.plain(n.full()) + "，各项要求合计是 "
                                + TreeRules.plain(Objects.requireNonNull(sums.get(n.code()))) + "，两者应当相等。"));
    }

    static Stream<EditionFault> siteRequirementHasRule(EditionContent content) {
        return siteRequirements(content)
                .filter(r -> r.rule() == null)
                .map(r -> fault("edition.requirement.rule-missing", r, "计分规则", "实地考察要求 " + r.code() + " 没有计分规则。"));
    }

    static Stream<EditionFault> deductionFitsFullPoints(EditionContent content) {
        return content.requirements().stream()
                .filter(r -> r.rule() instanceof Deduct deduct
                        && Points.of(deduct.perFault()).compareTo(r.full()) > 0)
                .map(r -> fault(
                        "edition.rule.deduct-above-full",
                        r,
                        "规则参数",
                        "要求 " + r.code() + " 每处扣的分值超过了它的满分 " + TreeRules.plain(r.full()) + "。"));
    }

    static Stream<EditionFault> siteRequirementIsServed(EditionContent content) {
        Set<String> served = content.checkItems().stream()
                .flatMap(i -> i.requirementCodes().stream())
                .collect(Collectors.toSet());
        return siteRequirements(content)
                .filter(r -> !served.contains(r.code()))
                .map(r ->
                        fault("edition.requirement.unserved", r, "要求编码", "实地考察要求 " + r.code() + " 没有任何检查项服务于它，无法计分。"));
    }

    private static Stream<Node> criteria(EditionContent content) {
        return content.nodes().stream().filter(Node::criterion);
    }

    private static Stream<Requirement> siteRequirements(EditionContent content) {
        return content.requirements().stream().filter(r -> r.method() == Method.SITE);
    }

    private static EditionFault fault(String code, Requirement requirement, String field, String message) {
        return new EditionFault(code, Part.CRITERIA, requirement.code(), field, message);
    }
}
