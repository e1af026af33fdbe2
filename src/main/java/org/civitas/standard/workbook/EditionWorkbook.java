package org.civitas.standard.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.platform.xlsx.SheetsWriter;
import org.civitas.shared.Points;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.RuleHelp;
import org.civitas.standard.domain.EditionFault;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.domain.TreeOrder;
import org.jspecify.annotations.Nullable;

/** 体系工作簿 — an edition as one xlsx with the sheets 说明, 体系, 标准, 点位类型, 检查项, 对应; there and back. */
public final class EditionWorkbook {

    private static final String RULES = RuleHelp.ALL.stream()
            .map(help -> help.type().word() + "（"
                    + help.examples().stream()
                            .map(example -> example.isEmpty() ? "留空" : example)
                            .collect(Collectors.joining(" 或 "))
                    + "；用于"
                    + Stream.of(Method.values())
                            .filter(help.type().methods()::contains)
                            .map(Method::word)
                            .collect(Collectors.joining("、"))
                    + "）")
            .collect(Collectors.joining("；", "", "。"));
    private static final List<String> INSTRUCTIONS = List.of(
            "一个工作簿装一套测评体系。列名和工作表名不要改动，列的顺序可以调整；不要使用公式。",
            "体系：第一行类别为“体系”，写体系的编码、名称、适用层级；其余各行类别为“节点”，是测评项目、测评内容等分组，层数不限，用上级编码连起来，第一级的上级编码留空。节点分值可以留空，由下级分值相加得出；填了就必须与下级合计相等。",
            "次序：同一上级下面既有节点又有标准时，用 1、2、3 写明先后；其余情况留空，按行的先后排列。",
            "标准：每行一项测评要求。一条标准有几项要求就写几行，标准的各列照抄。要求分值之和等于标准分值。测评方法为实地考察的要求必须有计分规则。",
            "计分规则与参数（测评方法：可用的规则，括号内为参数写法）——" + RULES,
            "检查项合成：同一点位有几个检查项服务于同一要求时，取平均或取最差项；留空为平均。",
            "方法权重：只写在类别为“体系”的一行，按方法合成总分时用，如“实地考察=40；材料审核=40；问卷调查=20”；留空则总分为各标准分值之和。点位类型权重：一项要求涉及几类点位、轻重不同时写，如“小区=2；路口=1”。",
            "佐证要求：写明需要哪些文件、数据、照片，不超过 500 字。牵头单位、配合单位写单位代码，配合单位有几个用顿号隔开；失分记在牵头单位名下。",
            "点位类型：代码用简短的文字，检查项编码以它开头。本市已有的类型以本市现有的名称为准。",
            "检查项：编码为“类型代码-考察方面编号-序号”，如 小区-01-02；考察方面编号：01 公共环境、02 公共秩序、03 基础设施、04 公益宣传、05 文明行为、06 服务管理、07 安全管理、08 志愿服务。",
            "记录方式要与所服务要求的计分规则相配：符合率、缺项归零—符合判定，等级—等级，扣分、窗口计数、密度—计数，分档、完成比例—数值，公式—不限；计数和数值要写单位，等级要用四行依次说明 A、B、C、C#。",
            "常见问题：每行一条，写成“问题 → 问题类型”。服务要求：写要求编码，多个用顿号隔开。",
            "对应（可以没有）：一个检查项或一份佐证同时用于另一套体系时写一行。类别为“检查项”时，对应编码写另一套体系的要求编码；类别为“标准”时写另一套体系的标准编码。写一次即可，系统双向读取；编码相同的检查项就是同一个检查项，不必写。",
            "导入是全有或全无：有一处错误就什么都不写入，错误会指明工作表、行和列。导入后是编制中的新版本，启用后锁定。");

    /** What was read: the edition when there is no fault, otherwise the faults. */
    public record Reading(@Nullable EditionContent content, List<WorkbookFault> faults) {}

    private EditionWorkbook() {}

    /** Reads and checks an edition. @throws org.civitas.platform.xlsx.UnreadableWorkbook when the file is of no use */
    public static Reading read(Path file) {
        SheetReading reading = new SheetReading(file);
        TreeSheet tree = new TreeSheet();
        CriteriaSheet criteria = new CriteriaSheet();
        SiteTypeSheet types = new SiteTypeSheet();
        CheckItemSheet items = new CheckItemSheet();
        MappingSheet mappings = new MappingSheet();
        tree.read(reading);
        criteria.read(reading);
        types.read(reading);
        items.read(reading);
        mappings.read(reading);
        Edition edition = tree.edition();
        if (edition == null || !reading.faults().isEmpty()) {
            return new Reading(null, reading.faults());
        }
        EditionContent content = new EditionContent(
                edition,
                nodes(tree, criteria),
                criteria.requirements,
                types.types,
                items.items,
                tree.weights(),
                mappings.mappings);
        EditionRule.check(content).forEach(fault -> reading.fault(atCell(fault, reading)));
        return new Reading(reading.faults().isEmpty() ? content : null, reading.faults());
    }

    private static List<Node> nodes(TreeSheet tree, CriteriaSheet criteria) {
        List<Node> bare = new ArrayList<>();
        tree.groups.forEach(g -> bare.add(new Node(g.code(), g.parent(), false, g.name(), Points.ZERO)));
        bare.addAll(criteria.criteria.values());
        List<Node> nodes = new ArrayList<>();
        Map<String, Integer> ordinals = new HashMap<>(criteria.ordinals);
        for (TreeSheet.Group g : tree.groups) {
            Points points = g.points() != null ? g.points() : TreeOrder.sumBelow(g.code(), bare);
            nodes.add(new Node(g.code(), g.parent(), false, g.name(), points));
            if (g.ordinal() != null) {
                ordinals.put(g.code(), g.ordinal());
            }
        }
        nodes.addAll(criteria.criteria.values());
        nodes.sort(Comparator.comparing(n -> ordinals.getOrDefault(n.code(), Integer.MAX_VALUE)));
        return TreeOrder.of(nodes);
    }

    private static WorkbookFault atCell(EditionFault fault, SheetReading reading) {
        String sheet = fault.part().sheet();
        return new WorkbookFault(
                fault.code(),
                sheet,
                reading.rowOf(sheet, fault.subject()),
                fault.field(),
                fault.subject(),
                fault.message());
    }

    /** Writes an edition; the stream is not closed. */
    public static void write(EditionContent content, OutputStream out) throws IOException {
        try (SheetsWriter workbook = SheetsWriter.open(out)) {
            workbook.words("说明", "测评体系工作簿填写说明", INSTRUCTIONS);
            workbook.table(TreeSheet.FORM.title(), TreeSheet.columns(), TreeSheet.lines(content));
            workbook.table(CriteriaSheet.FORM.title(), CriteriaSheet.columns(), CriteriaSheet.lines(content));
            workbook.table(SiteTypeSheet.FORM.title(), SiteTypeSheet.columns(), content.siteTypes());
            workbook.table(CheckItemSheet.FORM.title(), CheckItemSheet.columns(), content.checkItems());
            workbook.table(MappingSheet.FORM.title(), MappingSheet.columns(), content.mappings());
        }
    }
}
