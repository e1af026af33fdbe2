package org.civitas.standard.domain;

import java.math.BigDecimal;
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
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Deduct;
import org.civitas.standard.RuleExpression;
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
            RequirementRules::ruleFitsMethod,
            RequirementRules::vetoHasNoPoints,
            RequirementRules::proportionAtSiteHasTarget,
            RequirementRules::expressionUsesWhatItsMethodHas,
            RequirementRules::typeWeightsArePositive,
            RequirementRules::methodWeightsFit,
            RequirementRules::deductionFitsFullPoints,
            RequirementRules::siteRequirementIsServed);

    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000);

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

    static Stream<EditionFault> ruleFitsMethod(EditionContent content) {
        return withRule(content)
                .filter(r -> !ruleOf(r).type().methods().contains(r.method()))
                .map(r -> fault(
                        "edition.rule.method-misfit",
                        r,
                        "计分规则",
                        "要求 " + r.code() + " 的测评方法是“" + r.method().word() + "”，不能用计分规则“"
                                + ruleOf(r).type().word() + "”。"));
    }

    /** Its events act on the whole round, so it has no share of the full points. */
    static Stream<EditionFault> vetoHasNoPoints(EditionContent content) {
        return withRule(content)
                .filter(r ->
                        r.rule() instanceof RuleDefinition.Veto && !r.full().isZero())
                .map(r -> fault("edition.veto.points", r, "要求分值", "负面清单要求 " + r.code() + " 的后果作用于总分，它自己的分值应为 0。"));
    }

    static Stream<EditionFault> proportionAtSiteHasTarget(EditionContent content) {
        return siteRequirements(content)
                .filter(r -> r.rule() instanceof RuleDefinition.Proportion proportion && proportion.target() == null)
                .map(r -> fault(
                        "edition.rule.target-missing", r, "规则参数", "实地考察要求 " + r.code() + " 的完成比例要写明目标，如“目标=95”。"));
    }

    static Stream<EditionFault> expressionUsesWhatItsMethodHas(EditionContent content) {
        return withRule(content)
                .filter(r -> r.rule() instanceof RuleDefinition.Expression)
                .flatMap(r -> RuleExpression.of(((RuleDefinition.Expression) ruleOf(r)).text()).names().stream()
                        .sorted()
                        .filter(name -> Stream.of(RuleExpression.Input.values())
                                .noneMatch(input -> input.word().equals(name) && input.under(r.method())))
                        .map(name -> fault(
                                "edition.rule.input-unknown",
                                r,
                                "规则参数",
                                "要求 " + r.code() + " 的公式用到 " + name + "，但“"
                                        + r.method().word() + "”没有这个数。")));
    }

    static Stream<EditionFault> typeWeightsArePositive(EditionContent content) {
        return content.requirements().stream()
                .filter(r -> r.typeWeights().values().stream()
                        .anyMatch(w -> w.signum() <= 0 || w.compareTo(MOST_WEIGHT) > 0))
                .map(r -> fault(
                        "edition.requirement.type-weight", r, "点位类型权重", "要求 " + r.code() + " 的点位类型权重应大于 0，不超过 1000。"));
    }

    /** Either no method has a weight, or every one that has points. */
    static Stream<EditionFault> methodWeightsFit(EditionContent content) {
        Map<Method, BigDecimal> weights = content.weights();
        if (weights.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Method.values())
                .filter(method -> weights.containsKey(method)
                        ? method == Method.VETO
                                || Objects.requireNonNull(weights.get(method)).signum() <= 0
                                || Objects.requireNonNull(weights.get(method)).compareTo(MOST_WEIGHT) > 0
                        : content.requirements().stream()
                                .anyMatch(r -> r.method() == method && r.full().nanos() > 0))
                .map(method -> new EditionFault(
                        "edition.weights",
                        Part.TREE,
                        content.edition().code(),
                        "方法权重",
                        "“" + method.word() + "”的权重不正确：有分值的每一种方法都要有权重，权重大于 0、不超过 1000；负面清单不设权重。"));
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

    private static Stream<Requirement> withRule(EditionContent content) {
        return content.requirements().stream().filter(r -> r.rule() != null);
    }

    private static RuleDefinition ruleOf(Requirement requirement) {
        return Objects.requireNonNull(requirement.rule());
    }

    private static Stream<Requirement> siteRequirements(EditionContent content) {
        return content.requirements().stream().filter(r -> r.method() == Method.SITE);
    }

    private static EditionFault fault(String code, Requirement requirement, String field, String message) {
        return new EditionFault(code, Part.CRITERIA, requirement.code(), field, message);
    }
}
