package org.civitas.standard.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Combination;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleType;
import org.civitas.standard.domain.RuleFormula;
import org.jspecify.annotations.Nullable;

/** Sheet 标准: one row for each requirement; the columns of its criterion are the same in all rows of the criterion. */
final class CriteriaSheet {

    private static final Column<String> CODE = Words.code("标准编码", 30).required();
    private static final Column<String> PARENT = Words.code("上级编码", 30);
    private static final Column<String> NAME = Column.text("标准内容", 500).required();
    private static final Column<BigDecimal> POINTS =
            Column.decimal("标准分值", "0", "1000000", 6).required();
    private static final Column<String> REQUIREMENT = Words.code("要求编码", 40).required();
    private static final Column<Method> METHOD =
            Column.choice("测评方法", Words.byWord(Method.values(), Method::word)).required();
    private static final Column<BigDecimal> FULL =
            Column.decimal("要求分值", "0", "10000", 6).required();
    private static final Column<RuleType> RULE = Column.choice("计分规则", Words.byWord(RuleType.values(), RuleType::word));
    private static final Column<String> PARAMETERS = Column.text("规则参数", 2000);
    private static final Column<Combination> COMBINATION =
            Column.choice("检查项合成", Words.byWord(Combination.values(), Combination::word));
    private static final Column<Map<String, BigDecimal>> TYPE_WEIGHTS =
            Words.weights("点位类型权重", "写成“小区=2；路口=1”，没有写的类型为 1", type -> type);
    private static final Column<String> LEAD = Words.code("牵头单位代码", 40);
    private static final Column<List<String>> CO_UNITS = Words.codes("配合单位代码", "单位代码，多个用顿号隔开", 40);
    private static final Column<String> EVIDENCE = Column.text("佐证要求", 500);
    static final SheetForm FORM = SheetForm.of(
                    "标准",
                    CODE,
                    PARENT,
                    NAME,
                    POINTS,
                    TreeSheet.ORDINAL,
                    REQUIREMENT,
                    METHOD,
                    FULL,
                    RULE,
                    PARAMETERS,
                    COMBINATION,
                    TYPE_WEIGHTS,
                    LEAD,
                    CO_UNITS,
                    EVIDENCE)
            .unique(REQUIREMENT)
            .mostRows(5_000);

    private record Line(Node criterion, @Nullable Integer ordinal, Requirement requirement) {}

    final Map<String, Node> criteria = new LinkedHashMap<>();
    final Map<String, Integer> ordinals = new HashMap<>();
    final List<Requirement> requirements = new ArrayList<>();

    void read(SheetReading reading) {
        reading.each(FORM, row -> {
            Node criterion =
                    new Node(row.need(CODE), row.get(PARENT), true, row.need(NAME), Points.of(row.need(POINTS)));
            Integer ordinal = row.get(TreeSheet.ORDINAL);
            if (ordinal != null) {
                ordinals.putIfAbsent(criterion.code(), ordinal);
            }
            Node first = criteria.putIfAbsent(criterion.code(), criterion);
            if (first != null && !first.equals(criterion)) {
                row.fault(CODE, "标准 " + criterion.code() + " 前面已经出现过，但上级编码、标准内容或标准分值不一致；同一标准的各行应当相同。");
            }
            reading.remember(FORM, row.need(CODE), row);
            reading.remember(FORM, row.need(REQUIREMENT), row);
            RuleDefinition rule = rule(row);
            requirements.add(new Requirement(
                    row.need(REQUIREMENT),
                    criterion.code(),
                    row.need(METHOD),
                    Points.of(row.need(FULL)),
                    rule,
                    row.getOr(COMBINATION, Combination.MEAN),
                    row.get(LEAD),
                    row.getOr(TYPE_WEIGHTS, Map.of()),
                    row.getOr(CO_UNITS, List.of()),
                    row.getOr(EVIDENCE, "")));
        });
    }

    private static @Nullable RuleDefinition rule(SheetRow row) {
        RuleType type = row.get(RULE);
        if (type == null) {
            if (row.get(PARAMETERS) != null) {
                row.fault(RULE, "写了规则参数，但没有选择计分规则。");
            }
            return null;
        }
        try {
            return RuleFormula.parse(type, row.getOr(PARAMETERS, ""));
        } catch (RuleViolation fault) {
            row.fault(PARAMETERS, String.valueOf(fault.getMessage()));
            return null;
        }
    }

    static List<ExportColumn<Line>> columns() {
        return List.of(
                ExportColumn.<Line>text(CODE.header(), l -> l.criterion().code())
                        .wide(10),
                ExportColumn.<Line>text(PARENT.header(), l -> l.criterion().parentCode())
                        .wide(10),
                ExportColumn.<Line>text(NAME.header(), l -> l.criterion().name())
                        .wide(52),
                ExportColumn.number(POINTS.header(), l -> plain(l.criterion().full())),
                ExportColumn.number(TreeSheet.ORDINAL.header(), Line::ordinal),
                ExportColumn.<Line>text(
                                REQUIREMENT.header(), l -> l.requirement().code())
                        .wide(12),
                ExportColumn.<Line>text(
                                METHOD.header(), l -> l.requirement().method().word())
                        .wide(12),
                ExportColumn.number(FULL.header(), l -> plain(l.requirement().full())),
                ExportColumn.<Line>text(
                                RULE.header(), l -> ruleWord(l.requirement().rule()))
                        .wide(10),
                ExportColumn.<Line>text(
                                PARAMETERS.header(),
                                l -> ruleText(l.requirement().rule()))
                        .wide(34),
                ExportColumn.<Line>text(
                                COMBINATION.header(),
                                l -> l.requirement().combination().word())
                        .wide(12),
                ExportColumn.<Line>text(
                                TYPE_WEIGHTS.header(),
                                l -> Words.written(l.requirement().typeWeights(), type -> type))
                        .wide(20),
                ExportColumn.<Line>text(LEAD.header(), l -> l.requirement().leadUnitCode())
                        .wide(14),
                ExportColumn.<Line>text(
                                CO_UNITS.header(),
                                l -> String.join("、", l.requirement().coUnitCodes()))
                        .wide(18),
                ExportColumn.<Line>text(EVIDENCE.header(), l -> l.requirement().evidence())
                        .wide(44));
    }

    static List<Line> lines(EditionContent content) {
        SiblingOrder order = SiblingOrder.of(content.nodes());
        return content.nodes().stream()
                .filter(Node::criterion)
                .flatMap(n -> content.requirementsOf(n.code()).stream().map(r -> new Line(n, order.of(n), r)))
                .toList();
    }

    private static String ruleWord(@Nullable RuleDefinition rule) {
        return rule == null ? "" : rule.type().word();
    }

    private static String ruleText(@Nullable RuleDefinition rule) {
        return rule == null ? "" : RuleFormula.format(rule);
    }

    private static BigDecimal plain(Points points) {
        return points.exact().stripTrailingZeros();
    }
}
