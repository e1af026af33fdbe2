package org.civitas.standard.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.civitas.platform.xlsx.BadCell;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.standard.Aspect;
import org.civitas.standard.CheckItem;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.UsualFault;

/** Sheet 检查项; usual faults and grades stand in one cell each, a line for each. */
final class CheckItemSheet {

    private static final Column<String> CODE = Words.code("编码", 40).required();
    private static final Column<String> TYPE = Words.code("点位类型", 12).required();
    private static final Column<Aspect> ASPECT =
            Column.choice("考察方面", Words.byWord(Aspect.values(), Aspect::word)).required();
    private static final Column<String> TEXT = Column.text("检查内容", 300).required();
    private static final Column<ObservationKind> KIND = Column.choice(
                    "记录方式", Words.byWord(ObservationKind.values(), ObservationKind::word))
            .required();
    private static final Column<String> UNIT = Column.text("单位", 10);
    private static final Column<List<String>> GRADES =
            Column.of("等级说明", "四行，依次说明 A、B、C、C#", cell -> Words.lines(cell.text()));
    private static final Column<String> LOOK = Column.text("怎么看", 300);
    private static final Column<String> EXEMPTION = Column.text("不计情形", 300);
    private static final Column<List<UsualFault>> FAULTS =
            Column.of("常见问题", "每行一条，写成“问题 → 问题类型”", cell -> faults(cell.text()));
    private static final Column<Boolean> PICTURE = Column.yesNo("需要照片").required();
    private static final Column<List<String>> SERVES = Words.codes("服务要求", "要求编码，多个用顿号隔开", 40);
    static final SheetForm FORM = SheetForm.of(
                    "检查项", CODE, TYPE, ASPECT, TEXT, KIND, UNIT, GRADES, LOOK, EXEMPTION, FAULTS, PICTURE, SERVES)
            .unique(CODE)
            .mostRows(10_000);

    final List<CheckItem> items = new ArrayList<>();

    void read(SheetReading reading) {
        reading.eachEvenNone(FORM, row -> {
            reading.remember(FORM, row.need(CODE), row);
            items.add(new CheckItem(
                    row.need(CODE),
                    row.need(TYPE),
                    row.need(ASPECT),
                    row.need(TEXT),
                    row.need(KIND),
                    row.get(UNIT),
                    row.getOr(GRADES, List.of()),
                    row.getOr(LOOK, ""),
                    row.getOr(EXEMPTION, ""),
                    row.getOr(FAULTS, List.of()),
                    row.need(PICTURE),
                    row.getOr(SERVES, List.of())));
        });
    }

    private static List<UsualFault> faults(String text) {
        return Words.lines(text).stream().map(CheckItemSheet::fault).toList();
    }

    private static UsualFault fault(String line) {
        String[] parts = line.split("\\s*(?:→|->)\\s*");
        if (parts.length != 2
                || parts[0].isEmpty()
                || parts[1].isEmpty()
                || parts[0].length() > 100
                || parts[1].length() > 40) {
            throw new BadCell("常见问题每行一条，应写成“问题 → 问题类型”，实际有一行是“" + Words.shortened(line) + "”。");
        }
        return new UsualFault(parts[0], parts[1]);
    }

    static List<ExportColumn<CheckItem>> columns() {
        return List.of(
                ExportColumn.<CheckItem>text(CODE.header(), CheckItem::code).wide(16),
                ExportColumn.<CheckItem>text(TYPE.header(), CheckItem::siteTypeCode)
                        .wide(10),
                ExportColumn.<CheckItem>text(ASPECT.header(), i -> i.aspect().word())
                        .wide(12),
                ExportColumn.<CheckItem>text(TEXT.header(), CheckItem::text).wide(44),
                ExportColumn.<CheckItem>text(KIND.header(), i -> i.kind().word())
                        .wide(10),
                ExportColumn.<CheckItem>text(UNIT.header(), CheckItem::unit).wide(8),
                ExportColumn.<CheckItem>text(GRADES.header(), i -> String.join("\n", i.grades()))
                        .wide(40),
                ExportColumn.<CheckItem>text(LOOK.header(), CheckItem::look).wide(36),
                ExportColumn.<CheckItem>text(EXEMPTION.header(), CheckItem::exemption)
                        .wide(36),
                ExportColumn.<CheckItem>text(FAULTS.header(), CheckItemSheet::written)
                        .wide(44),
                ExportColumn.<CheckItem>text(PICTURE.header(), i -> i.pictureNeeded() ? "是" : "否")
                        .wide(10),
                ExportColumn.<CheckItem>text(SERVES.header(), i -> String.join("、", i.requirementCodes()))
                        .wide(16));
    }

    private static String written(CheckItem item) {
        return item.faults().stream().map(f -> f.text() + " → " + f.caseType()).collect(Collectors.joining("\n"));
    }
}
