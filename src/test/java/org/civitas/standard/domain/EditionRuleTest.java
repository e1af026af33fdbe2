package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.standard.EditionFixture.item;
import static org.civitas.standard.EditionFixture.requirement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.civitas.shared.Points;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionFixture;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionMapping.Kind;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleType;
import org.civitas.standard.SiteKind;
import org.civitas.standard.SiteType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EditionRuleTest {

    /** Each rule by its code, and the one change that breaks it. */
    private static final Map<String, Consumer<EditionFixture>> BROKEN = new TreeMap<>(Map.ofEntries(
            Map.entry("edition.criteria.none", e -> {
                e.nodes.clear();
                e.requirements.clear();
                e.items.clear();
            }),
            Map.entry("edition.node.code-twice", e -> e.nodes.add(new Node("1", null, false, "重复", Points.of("3")))),
            Map.entry(
                    "edition.node.parent-unknown", e -> e.nodes.add(new Node("9.1", "9", true, "孤儿", Points.of("1")))),
            Map.entry(
                    "edition.node.parent-is-criterion",
                    e -> e.nodes.add(new Node("1.1.1", "1.1", true, "下级", Points.of("2")))),
            Map.entry("edition.node.cycle", e -> {
                e.nodes.add(new Node("a", "b", false, "圈", Points.ZERO));
                e.nodes.add(new Node("b", "a", false, "圈", Points.ZERO));
            }),
            Map.entry("edition.node.empty", e -> e.nodes.add(new Node("2", null, false, "空", Points.ZERO))),
            Map.entry("edition.node.points-sum", e -> e.nodes.set(0, new Node("1", null, false, "环境", Points.of("4")))),
            Map.entry("edition.requirement.code-twice", e -> e.requirements.add(e.requirements.getFirst())),
            Map.entry(
                    "edition.requirement.criterion-unknown",
                    e -> e.requirements.add(requirement("7-1", "7", Method.MATERIAL, "1", null))),
            Map.entry(
                    "edition.criterion.no-requirement",
                    e -> e.nodes.add(new Node("1.3", "1", true, "没有要求", Points.of("1")))),
            Map.entry(
                    "edition.requirement.points",
                    e -> e.requirements.set(
                            1,
                            requirement(
                                    "1.2-1",
                                    "1.2",
                                    Method.SITE,
                                    "0",
                                    e.requirements.get(1).rule()))),
            Map.entry(
                    "edition.criterion.points-sum",
                    e -> e.requirements.add(requirement("1.1-2", "1.1", Method.MATERIAL, "1", null))),
            Map.entry(
                    "edition.requirement.rule-missing",
                    e -> e.requirements.set(0, requirement("1.1-1", "1.1", Method.SITE, "2", null))),
            Map.entry(
                    "edition.rule.deduct-above-full",
                    e -> e.requirements.set(
                            0,
                            requirement("1.1-1", "1.1", Method.SITE, "2", RuleFormula.parse(RuleType.DEDUCT, "每处扣3")))),
            Map.entry("edition.rule.method-misfit", e -> e.rule(Method.SITE, "2", RuleType.SURVEY, "≥90：1")),
            Map.entry("edition.veto.points", e -> e.rule(Method.VETO, "2", RuleType.VETO, "每起扣2")),
            Map.entry("edition.rule.target-missing", e -> e.rule(Method.SITE, "2", RuleType.PROPORTION, "")),
            Map.entry("edition.rule.input-unknown", e -> e.rule(Method.SITE, "2", RuleType.EXPRESSION, "share")),
            Map.entry(
                    "edition.requirement.type-weight",
                    e -> e.requirements.set(0, weighted(e.requirements.getFirst(), BigDecimal.ZERO))),
            Map.entry("edition.weights", e -> e.weights.put(Method.MATERIAL, BigDecimal.ZERO)),
            Map.entry("edition.requirement.unserved", e -> e.items.removeFirst()),
            Map.entry("edition.site-type.code-twice", e -> e.types.add(new SiteType("小区", "另一个", SiteKind.PLACE, ""))),
            Map.entry("edition.item.code-twice", e -> e.items.add(e.items.getFirst())),
            Map.entry(
                    "edition.item.type-unknown",
                    e -> e.items.add(item("公园-01-01", ObservationKind.COUNT, "处", "1.1-1"))),
            Map.entry("edition.item.code-form", e -> e.change(0, i -> recoded(i, "小区-02-01"))),
            Map.entry("edition.item.serves-nothing", e -> e.items.add(item("小区-01-09", ObservationKind.COUNT, "处"))),
            Map.entry(
                    "edition.item.serves-unknown",
                    e -> e.items.add(item("小区-01-09", ObservationKind.COUNT, "处", "8.8-1"))),
            Map.entry("edition.item.serves-other-method", e -> {
                e.nodes.set(0, new Node("1", null, false, "环境", Points.of("4")));
                e.nodes.add(new Node("1.3", "1", true, "材料", Points.of("1")));
                e.requirements.add(requirement("1.3-1", "1.3", Method.MATERIAL, "1", null));
                e.items.add(item("小区-01-09", ObservationKind.COUNT, "处", "1.3-1"));
            }),
            Map.entry(
                    "edition.item.kind-misfit",
                    e -> e.items.add(item("小区-01-09", ObservationKind.PASS, null, "1.1-1"))),
            Map.entry(
                    "edition.item.unit-missing",
                    e -> e.items.add(item("小区-01-09", ObservationKind.COUNT, null, "1.1-1"))),
            Map.entry("edition.item.grades", e -> {
                e.requirements.set(
                        0,
                        requirement(
                                "1.1-1",
                                "1.1",
                                Method.SITE,
                                "2",
                                RuleFormula.parse(RuleType.GRADE, "A=1；B=0.6；C=0.3；C#=0")));
                e.items.set(0, item("小区-01-01", ObservationKind.GRADE, null, "1.1-1"));
            }),
            Map.entry(
                    "edition.mapping.code-unknown", e -> e.mappings.add(mapping(Kind.ITEM, "小区-09-09", "另", "1.1-1"))),
            Map.entry("edition.mapping.same-index", e -> e.mappings.add(mapping(Kind.CRITERION, "1.1", "试", "1.2"))),
            Map.entry("edition.mapping.twice", e -> {
                e.mappings.add(mapping(Kind.CRITERION, "1.1", "另", "2.2"));
                e.mappings.add(mapping(Kind.CRITERION, "1.1", "另", "2.2"));
            }),
            Map.entry(
                    "edition.item.unit-mixed",
                    e -> e.items.add(item("小区-03-02", ObservationKind.FIGURE, "盏", "1.2-1")))));

    @Test
    void a_sound_edition_has_no_fault() {
        assertThat(EditionRule.check(new EditionFixture().content())).isEmpty();
    }

    @TestFactory
    List<DynamicTest> each_rule_names_what_breaks_it() {
        return BROKEN.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    EditionFixture fixture = new EditionFixture();
                    e.getValue().accept(fixture);
                    assertThat(EditionRule.check(fixture.content())).anySatisfy(fault -> {
                        assertThat(fault.code()).isEqualTo(e.getKey());
                        assertThat(fault.message()).endsWith("。");
                        assertThat(fault.field()).isNotEmpty();
                    });
                }))
                .toList();
    }

    @Test
    void every_rule_has_a_case_that_breaks_it() {
        assertThat(BROKEN).hasSizeGreaterThanOrEqualTo(EditionRule.ALL.size());
    }

    private static EditionMapping mapping(Kind kind, String code, String edition, String to) {
        return new EditionMapping(kind, code, edition, to, EditionMapping.Fit.FULL, "");
    }

    @Test
    void weights_are_complete_or_absent() {
        EditionFixture fixture = new EditionFixture();
        fixture.weights.put(Method.SITE, BigDecimal.valueOf(40));
        assertThat(EditionRule.check(fixture.content())).isEmpty();
        fixture.weights.put(Method.VETO, BigDecimal.ONE);
        assertThat(EditionRule.check(fixture.content())).hasSize(1);
        fixture.weights.clear();
        fixture.weights.put(Method.SURVEY, BigDecimal.ONE);
        assertThat(EditionRule.check(fixture.content()))
                .extracting(EditionFault::message)
                .singleElement()
                .asString()
                .startsWith("“实地考察”的权重不正确");
    }

    private static Requirement weighted(Requirement r, BigDecimal weight) {
        return new Requirement(
                r.code(),
                r.criterionCode(),
                r.method(),
                r.full(),
                r.rule(),
                r.combination(),
                r.leadUnitCode(),
                Map.of("小区", weight));
    }

    private static CheckItem recoded(CheckItem i, String code) {
        return new CheckItem(
                code,
                i.siteTypeCode(),
                i.aspect(),
                i.text(),
                i.kind(),
                i.unit(),
                i.grades(),
                i.look(),
                i.exemption(),
                i.faults(),
                i.pictureNeeded(),
                i.requirementCodes());
    }
}
