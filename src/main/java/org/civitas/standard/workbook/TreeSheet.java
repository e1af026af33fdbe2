package org.civitas.standard.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.shared.Ids;
import org.civitas.shared.Points;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.jspecify.annotations.Nullable;

/** Sheet 体系: one row for the edition itself, then its groups. */
final class TreeSheet {

    private static final String EDITION = "体系";
    private static final String GROUP = "节点";
    private static final Column<String> KIND =
            Column.choice("类别", Map.of(EDITION, EDITION, GROUP, GROUP)).required();
    private static final Column<String> CODE = Words.code("编码", 30).required();
    private static final Column<String> PARENT = Words.code("上级编码", 30);
    private static final Column<String> NAME = Column.text("名称", 200).required();
    private static final Column<BigDecimal> POINTS = Column.decimal("分值", "0", "1000000", 6);
    static final Column<Integer> ORDINAL = Column.integer("次序", 1, 10_000);
    private static final Column<String> LEVEL = Column.text("适用层级", 20);
    private static final Column<Map<Method, BigDecimal>> WEIGHTS =
            Words.weights("方法权重", "写成“实地考察=40；材料审核=40；问卷调查=20”", Words.byWord(Method.values(), Method::word)::get);
    private static final Column<String> NOTE = Column.text("备注", 500);
    static final SheetForm FORM = SheetForm.of(EDITION, KIND, CODE, PARENT, NAME, POINTS, ORDINAL, LEVEL, WEIGHTS, NOTE)
            .unique(CODE)
            .mostRows(3_000);

    /** A group whose points may be missing until its children are known. */
    record Group(
            String code,
            @Nullable String parent,
            String name,
            @Nullable Points points,
            @Nullable Integer ordinal) {}

    private record Line(
            String kind,
            String code,
            @Nullable String parent,
            String name,
            @Nullable BigDecimal points,
            @Nullable Integer ordinal,
            String level,
            String weights,
            String note) {}

    final List<Group> groups = new ArrayList<>();
    private @Nullable Edition edition;
    private Map<Method, BigDecimal> weights = Map.of();

    void read(SheetReading reading) {
        reading.each(FORM, row -> {
            if (row.need(KIND).equals(EDITION)) {
                readEdition(row, reading);
            } else {
                reading.remember(FORM, row.need(CODE), row);
                BigDecimal points = row.get(POINTS);
                groups.add(new Group(
                        row.need(CODE),
                        row.get(PARENT),
                        row.need(NAME),
                        points == null ? null : Points.of(points),
                        row.get(ORDINAL)));
            }
        });
        if (edition == null && reading.faults().isEmpty()) {
            reading.fault(new WorkbookFault(
                    "workbook.edition-missing", EDITION, 0, "类别", "", "工作表“体系”里应有一行类别为“体系”，写明体系的编码和名称。"));
        }
    }

    private void readEdition(SheetRow row, SheetReading reading) {
        if (edition != null) {
            row.fault(KIND, "类别为“体系”的行只能有一行。");
            return;
        }
        reading.remember(FORM, row.need(CODE), row);
        weights = row.getOr(WEIGHTS, Map.of());
        edition = new Edition(
                Ids.next(),
                row.need(CODE),
                1,
                row.need(NAME),
                row.getOr(LEVEL, "城市"),
                row.getOr(NOTE, ""),
                EditionState.DRAFT,
                0);
    }

    Map<Method, BigDecimal> weights() {
        return weights;
    }

    @Nullable
    Edition edition() {
        return edition;
    }

    static List<ExportColumn<Line>> columns() {
        return List.of(
                ExportColumn.<Line>text(KIND.header(), Line::kind).wide(8),
                ExportColumn.<Line>text(CODE.header(), Line::code).wide(12),
                ExportColumn.<Line>text(PARENT.header(), Line::parent).wide(12),
                ExportColumn.<Line>text(NAME.header(), Line::name).wide(48),
                ExportColumn.number(POINTS.header(), Line::points),
                ExportColumn.number(ORDINAL.header(), Line::ordinal),
                ExportColumn.<Line>text(LEVEL.header(), Line::level).wide(12),
                ExportColumn.<Line>text(WEIGHTS.header(), Line::weights).wide(36),
                ExportColumn.<Line>text(NOTE.header(), Line::note).wide(48));
    }

    static List<Line> lines(EditionContent content) {
        Edition e = content.edition();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                EDITION,
                e.code(),
                null,
                e.name(),
                content.full().exact().stripTrailingZeros(),
                null,
                e.level(),
                Words.written(content.weights(), Method::word),
                e.note()));
        SiblingOrder order = SiblingOrder.of(content.nodes());
        content.nodes().stream()
                .filter(n -> !n.criterion())
                .map(n -> line(n, order.of(n)))
                .forEach(lines::add);
        return lines;
    }

    private static Line line(Node node, @Nullable Integer ordinal) {
        return new Line(
                GROUP,
                node.code(),
                node.parentCode(),
                node.name(),
                node.full().exact().stripTrailingZeros(),
                ordinal,
                "",
                "",
                "");
    }
}
