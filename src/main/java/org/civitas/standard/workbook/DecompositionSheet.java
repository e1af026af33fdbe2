package org.civitas.standard.workbook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.standard.AssignedKind;
import org.jspecify.annotations.Nullable;

/** Sheet 任务分解: what is handed out can be filled in and taken back in. */
public final class DecompositionSheet {

    /** 分解行 — one thing of the edition with the names of its units. */
    public record Line(
            String kind,
            String code,
            String name,
            String method,
            @Nullable String lead,
            List<String> cos,
            String ground,
            @Nullable LocalDate since) {}

    public static final Column<AssignedKind> KIND = Column.choice(
                    "类别", Words.byWord(AssignedKind.values(), AssignedKind::word))
            .required()
            .example("测评要求");
    public static final Column<String> CODE =
            Words.code("编码", 40).required().example("6.2.1-1").note("测评要求、点位类型或检查项的编码。");
    public static final Column<String> NAME = Column.text("名称", 400).note("只供辨认，不读取。");
    public static final Column<String> METHOD = Column.text("测评方法", 20).note("只供辨认，不读取。");
    public static final Column<String> LEAD =
            Column.text("牵头单位", 60).example("市住房和城乡建设局").note("单位全称或单位代码，只能一个；留空为不指定。");
    public static final Column<List<String>> COS = Column.of(
                    "配合单位",
                    "单位全称或单位代码，多个用顿号隔开",
                    cell -> Arrays.stream(cell.text().split("[、,，;；\\n]+"))
                            .map(String::strip)
                            .filter(s -> !s.isEmpty())
                            .toList())
            .example("市城市管理局、市公安局");
    public static final Column<String> GROUND = Column.text("来源", 20).note("只供辨认，不读取。");
    public static final Column<LocalDate> FROM = Column.date("生效日期").note("留空为今天。");
    public static final Column<String> REASON = Column.text("依据", 200).note("体系启用后改动必填，如文件名称、文号。");

    public static final SheetForm FORM = SheetForm.of("任务分解", KIND, CODE, NAME, METHOD, LEAD, COS, GROUND, FROM, REASON)
            .unique(KIND, CODE)
            .mostRows(20_000)
            .instruction("最省事的做法：先导出现有分解，改好牵头单位和配合单位两列，再导入；没有变化的行不会改动。")
            .instruction("检查项没有专门指定时随点位类型；只有与点位类型不同的检查项才需要专门指定。");

    private DecompositionSheet() {}

    public static List<ExportColumn<Line>> columns() {
        return List.of(
                ExportColumn.<Line>text(KIND.header(), Line::kind).wide(10),
                ExportColumn.<Line>text(CODE.header(), Line::code).wide(14),
                ExportColumn.<Line>text(NAME.header(), Line::name).wide(60),
                ExportColumn.<Line>text(METHOD.header(), Line::method).wide(10),
                ExportColumn.<Line>text(LEAD.header(), Line::lead).wide(26),
                ExportColumn.<Line>text(COS.header(), line -> String.join("、", line.cos()))
                        .wide(44),
                ExportColumn.<Line>text(GROUND.header(), Line::ground).wide(12),
                ExportColumn.date(FROM.header(), Line::since),
                ExportColumn.<Line>text(REASON.header(), line -> null).wide(30));
    }
}
