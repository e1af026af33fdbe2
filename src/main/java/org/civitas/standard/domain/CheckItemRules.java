package org.civitas.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.SiteType;
import org.civitas.standard.domain.EditionFault.Part;

/** What must hold for site types and check items. */
final class CheckItemRules {

    static final List<EditionRule> ALL = List.of(
            CheckItemRules::typeCodesAreUnique,
            CheckItemRules::codesAreUnique,
            CheckItemRules::typeExists,
            CheckItemRules::codeNamesTypeAndAspect,
            CheckItemRules::servesSomething,
            CheckItemRules::servesSiteRequirements,
            CheckItemRules::kindFitsRule,
            CheckItemRules::countsAndFiguresHaveAUnit,
            CheckItemRules::gradesAreExplained,
            CheckItemRules::figuresOfOneRequirementShareAUnit);

    private CheckItemRules() {}

    static Stream<EditionFault> typeCodesAreUnique(EditionContent content) {
        return TreeRules.repeated(content.siteTypes(), SiteType::code)
                .map(t -> new EditionFault(
                        "edition.site-type.code-twice",
                        Part.SITE_TYPES,
                        t.code(),
                        "代码",
                        "点位类型代码 " + t.code() + " 出现了不止一次，应当唯一。"));
    }

    static Stream<EditionFault> codesAreUnique(EditionContent content) {
        return TreeRules.repeated(content.checkItems(), CheckItem::code)
                .map(i -> fault("edition.item.code-twice", i, "编码", "检查项编码 " + i.code() + " 出现了不止一次，应当唯一。"));
    }

    static Stream<EditionFault> typeExists(EditionContent content) {
        Set<String> types = content.siteTypes().stream().map(SiteType::code).collect(Collectors.toSet());
        return content.checkItems().stream()
                .filter(i -> !types.contains(i.siteTypeCode()))
                .map(i -> fault(
                        "edition.item.type-unknown",
                        i,
                        "点位类型",
                        "检查项 " + i.code() + " 的点位类型“" + i.siteTypeCode() + "”不存在。"));
    }

    static Stream<EditionFault> codeNamesTypeAndAspect(EditionContent content) {
        return content.checkItems().stream()
                .filter(i ->
                        !i.code().startsWith(i.siteTypeCode() + "-" + i.aspect().number() + "-"))
                .map(i -> fault(
                        "edition.item.code-form",
                        i,
                        "编码",
                        "检查项编码 " + i.code() + " 应以“" + i.siteTypeCode() + "-"
                                + i.aspect().number() + "-”开头（类型代码-考察方面编号-序号，"
                                + i.aspect().number() + " 是“" + i.aspect().word() + "”）。"));
    }

    static Stream<EditionFault> servesSomething(EditionContent content) {
        return content.checkItems().stream()
                .filter(i -> i.requirementCodes().isEmpty())
                .map(i -> fault("edition.item.serves-nothing", i, "服务要求", "检查项 " + i.code() + " 没有写明服务于哪条测评要求。"));
    }

    static Stream<EditionFault> servesSiteRequirements(EditionContent content) {
        Map<String, Requirement> requirements = requirements(content);
        return content.checkItems().stream()
                .flatMap(i -> i.requirementCodes().stream()
                        .filter(code -> !requirements.containsKey(code)
                                || requirements.get(code).method() != Method.SITE)
                        .map(code -> requirements.containsKey(code)
                                ? fault(
                                        "edition.item.serves-other-method",
                                        i,
                                        "服务要求",
                                        "检查项 " + i.code() + " 服务的要求 " + code + " 不是实地考察。")
                                : fault(
                                        "edition.item.serves-unknown",
                                        i,
                                        "服务要求",
                                        "检查项 " + i.code() + " 服务的要求 " + code + " 不存在。")));
    }

    static Stream<EditionFault> kindFitsRule(EditionContent content) {
        Map<String, Requirement> requirements = requirements(content);
        return content.checkItems().stream()
                .flatMap(i -> i.requirementCodes().stream()
                        .filter(requirements::containsKey)
                        .flatMap(code -> Stream.ofNullable(Objects.requireNonNull(requirements.get(code))
                                        .rule())
                                .filter(rule -> !rule.type().judges(i.kind()))
                                .map(rule -> fault(
                                        "edition.item.kind-misfit",
                                        i,
                                        "记录方式",
                                        "检查项 " + i.code() + " 的记录方式是“"
                                                + i.kind().word() + "”，但要求 " + code + " 的计分规则是“"
                                                + rule.type().word() + "”，应记录“"
                                                + words(rule.type().kinds()) + "”。"))));
    }

    static Stream<EditionFault> countsAndFiguresHaveAUnit(EditionContent content) {
        return content.checkItems().stream()
                .filter(i -> i.kind() == ObservationKind.COUNT || i.kind() == ObservationKind.FIGURE)
                .filter(i -> i.unit() == null || i.unit().isBlank())
                .map(i -> fault(
                        "edition.item.unit-missing",
                        i,
                        "单位",
                        "检查项 " + i.code() + " 记录" + i.kind().word() + "，请写明单位（如 处、次、分钟、%）。"));
    }

    static Stream<EditionFault> gradesAreExplained(EditionContent content) {
        return content.checkItems().stream()
                .filter(i -> i.kind() == ObservationKind.GRADE)
                .filter(i -> i.grades().size() != RuleDefinition.Grade.NAMES.size())
                .map(i -> fault(
                        "edition.item.grades",
                        i,
                        "等级说明",
                        "检查项 " + i.code() + " 记录等级，应依次说明 A、B、C、C# 四级，现有 "
                                + i.grades().size() + " 级。"));
    }

    static Stream<EditionFault> figuresOfOneRequirementShareAUnit(EditionContent content) {
        return content.requirements().stream()
                .filter(r ->
                        r.rule() instanceof RuleDefinition.Threshold || r.rule() instanceof RuleDefinition.Proportion)
                .flatMap(r -> {
                    List<CheckItem> serving = content.checkItemsServing(r.code());
                    return serving.stream()
                            .filter(i -> i.unit() != null
                                    && !i.unit().equals(serving.getFirst().unit()))
                            .map(i -> fault(
                                    "edition.item.unit-mixed",
                                    i,
                                    "单位",
                                    "要求 " + r.code() + " 用同一套分档评判，检查项 " + i.code() + " 的单位“" + i.unit() + "”与 "
                                            + serving.getFirst().code() + " 的“"
                                            + serving.getFirst().unit() + "”不同。"));
                });
    }

    private static String words(List<ObservationKind> kinds) {
        return kinds.stream().map(ObservationKind::word).collect(Collectors.joining("、"));
    }

    private static Map<String, Requirement> requirements(EditionContent content) {
        return content.requirements().stream().collect(Collectors.toMap(Requirement::code, r -> r, (a, b) -> a));
    }

    private static EditionFault fault(String code, CheckItem item, String field, String message) {
        return new EditionFault(code, Part.CHECK_ITEMS, item.code(), field, message);
    }
}
