package org.civitas.standard.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.SiteType;
import org.civitas.standard.domain.EditionDifference.Change;

/**
 * One thing of an edition as columns that can be compared.
 *
 * @param code with the codes of the later version, where something only got another code
 * @param written the code as it stands in its own edition
 */
record ComparedEntry(String subject, String code, String written, String name, Map<String, Field> fields) {

    /** What stands in a column, and what a difference there is called. */
    record Field(String text, Change change) {}

    /** Everything that stands in an edition, its codes read through {@code codes}. */
    static List<ComparedEntry> of(EditionContent content, Recoding codes) {
        List<ComparedEntry> entries = new ArrayList<>();
        entries.add(head(content));
        content.nodes().forEach(n -> entries.add(node(n, codes)));
        content.requirements().forEach(r -> entries.add(requirement(r, codes)));
        content.siteTypes().forEach(t -> entries.add(type(t)));
        content.checkItems().forEach(i -> entries.add(item(i, codes)));
        content.mappings().forEach(m -> entries.add(mapping(m, codes)));
        return entries;
    }

    private static ComparedEntry head(EditionContent content) {
        Edition e = content.edition();
        return new Columns("体系", "", "", e.name())
                .words("名称", e.name())
                .other("适用层级", e.level())
                .put("方法权重", weights(content.weights(), Method::word), Change.REPOINTED)
                .words("备注", e.note())
                .entry();
    }

    private static ComparedEntry node(Node n, Recoding codes) {
        String parent = n.parentCode() == null ? "" : codes.node(n.parentCode());
        return new Columns(n.criterion() ? "标准" : "节点", codes.node(n.code()), n.code(), n.name())
                .put("上级编码", parent, Change.MOVED)
                .words(n.criterion() ? "标准内容" : "名称", n.name())
                .put(n.criterion() ? "标准分值" : "分值", TreeRules.plain(n.full()), Change.REPOINTED)
                .entry();
    }

    private static ComparedEntry requirement(Requirement r, Recoding codes) {
        var rule = r.rule();
        String lead = r.leadUnitCode();
        return new Columns("要求", codes.requirement(r), r.code(), r.method().word())
                .put("标准编码", codes.node(r.criterionCode()), Change.MOVED)
                .other("测评方法", r.method().word())
                .put("要求分值", TreeRules.plain(r.full()), Change.REPOINTED)
                .other("计分规则", rule == null ? "" : rule.type().word() + "：" + rule.sentence())
                .other("检查项合成", r.combination().word())
                .put("点位类型权重", weights(r.typeWeights(), type -> type), Change.REPOINTED)
                .other("牵头单位代码", lead == null ? "" : lead)
                .other("配合单位代码", String.join("、", r.coUnitCodes()))
                .words("佐证要求", r.evidence())
                .entry();
    }

    private static <K> String weights(Map<K, BigDecimal> weights, Function<K, String> name) {
        return weights.entrySet().stream()
                .map(w -> name.apply(w.getKey()) + "="
                        + w.getValue().stripTrailingZeros().toPlainString())
                .sorted()
                .collect(Collectors.joining("；"));
    }

    private static ComparedEntry type(SiteType t) {
        return new Columns("点位类型", t.code(), t.code(), t.name()).entry();
    }

    private static ComparedEntry item(CheckItem i, Recoding codes) {
        String unit = i.unit();
        String faults =
                i.faults().stream().map(f -> f.text() + " → " + f.caseType()).collect(Collectors.joining("\n"));
        return new Columns("检查项", codes.item(i.code()), i.code(), i.text())
                .words("检查内容", i.text())
                .other("记录方式", i.kind().word())
                .other("单位", unit == null ? "" : unit)
                .words("等级说明", String.join("\n", i.grades()))
                .words("怎么看", i.look())
                .words("不计情形", i.exemption())
                .words("常见问题", faults)
                .other("需要照片", i.pictureNeeded() ? "是" : "否")
                .other(
                        "服务要求",
                        i.requirementCodes().stream().map(codes::requirement).collect(Collectors.joining("、")))
                .entry();
    }

    private static ComparedEntry mapping(EditionMapping m, Recoding codes) {
        String own = m.kind() == EditionMapping.Kind.ITEM ? codes.item(m.code()) : codes.node(m.code());
        String other = "→" + m.otherEdition() + " " + m.otherCode();
        return new Columns("对应", own + other, m.ends(), m.kind().word())
                .other("对应程度", m.fit().word())
                .words("说明", m.note())
                .entry();
    }

    /** Collects the columns of an entry. */
    private record Columns(String subject, String code, String written, String name, Map<String, Field> fields) {
        Columns(String subject, String code, String written, String name) {
            this(subject, code, written, name, new LinkedHashMap<>());
        }

        Columns words(String field, String text) {
            return put(field, text, Change.REWORDED);
        }

        Columns other(String field, String text) {
            return put(field, text, Change.CHANGED);
        }

        Columns put(String field, String text, Change change) {
            fields.put(field, new Field(text, change));
            return this;
        }

        ComparedEntry entry() {
            return new ComparedEntry(subject, code, written, name, fields);
        }
    }
}
