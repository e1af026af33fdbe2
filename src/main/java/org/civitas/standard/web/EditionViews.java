package org.civitas.standard.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.domain.EditionFault;
import org.civitas.standard.domain.RuleFormula;
import org.civitas.standard.workbook.EditionWorkbook;
import org.civitas.standard.workbook.WorkbookFault;
import org.jspecify.annotations.Nullable;

/** What the browser sees of editions. */
final class EditionViews {

    private EditionViews() {}

    record EditionView(
            UUID id,
            String code,
            int number,
            String name,
            String title,
            String level,
            String note,
            String state,
            int revision) {
        static EditionView of(Edition e) {
            return new EditionView(
                    e.id(),
                    e.code(),
                    e.number(),
                    e.name(),
                    e.title(),
                    e.level(),
                    e.note(),
                    e.state().name(),
                    e.revision());
        }
    }

    record NodeView(String code, @Nullable String parentCode, boolean criterion, String name, BigDecimal full) {
        static NodeView of(Node n) {
            return new NodeView(
                    n.code(),
                    n.parentCode(),
                    n.criterion(),
                    n.name(),
                    plain(n.full().exact()));
        }
    }

    /** @param ruleType type of the rule, or null; @param ruleText its parameters; @param sentence the rule in words */
    record RequirementView(
            String code,
            String criterionCode,
            String method,
            String methodWord,
            BigDecimal full,
            @Nullable String ruleType,
            String ruleText,
            String sentence,
            String combination,
            @Nullable String leadUnitCode,
            Map<String, BigDecimal> typeWeights,
            List<String> coUnitCodes,
            String evidence,
            List<String> checkItemCodes) {
        static RequirementView of(Requirement r, EditionContent content) {
            RuleDefinition rule = r.rule();
            return new RequirementView(
                    r.code(),
                    r.criterionCode(),
                    r.method().name(),
                    r.method().word(),
                    plain(r.full().exact()),
                    rule == null ? null : rule.type().name(),
                    rule == null ? "" : RuleFormula.format(rule),
                    rule == null ? "" : rule.sentence(),
                    r.combination().name(),
                    r.leadUnitCode(),
                    plain(r.typeWeights(), type -> type),
                    r.coUnitCodes(),
                    r.evidence(),
                    content.checkItemsServing(r.code()).stream()
                            .map(CheckItem::code)
                            .toList());
        }
    }

    record EditionContentView(
            EditionView edition,
            BigDecimal full,
            List<NodeView> nodes,
            List<RequirementView> requirements,
            int siteTypes,
            int checkItems,
            int mappings,
            Map<String, BigDecimal> weights) {
        static EditionContentView of(EditionContent c) {
            return new EditionContentView(
                    EditionView.of(c.edition()),
                    plain(c.full().exact()),
                    c.nodes().stream().map(NodeView::of).toList(),
                    c.requirements().stream().map(r -> RequirementView.of(r, c)).toList(),
                    c.siteTypes().size(),
                    c.checkItems().size(),
                    c.mappings().size(),
                    plain(c.weights(), Method::name));
        }
    }

    record EditionFaultView(String code, String part, String subject, String field, String message) {
        static EditionFaultView of(EditionFault f) {
            return new EditionFaultView(f.code(), f.part().sheet(), f.subject(), f.field(), f.message());
        }
    }

    /** @param edition what would be entered; null when there are faults */
    record EditionPreviewView(
            @Nullable String name,
            @Nullable String code,
            int groups,
            int criteria,
            int requirements,
            int siteTypes,
            int checkItems,
            int mappings,
            @Nullable BigDecimal full,
            int faultCount,
            List<WorkbookFault> faults) {
        private static final int SHOWN = 300;

        static EditionPreviewView of(EditionWorkbook.Reading reading) {
            EditionContent c = reading.content();
            List<WorkbookFault> faults = reading.faults();
            List<WorkbookFault> shown = faults.subList(0, Math.min(SHOWN, faults.size()));
            if (c == null) {
                return new EditionPreviewView(null, null, 0, 0, 0, 0, 0, 0, null, faults.size(), shown);
            }
            int criteria = (int) c.nodes().stream().filter(Node::criterion).count();
            return new EditionPreviewView(
                    c.edition().name(),
                    c.edition().code(),
                    c.nodes().size() - criteria,
                    criteria,
                    c.requirements().size(),
                    c.siteTypes().size(),
                    c.checkItems().size(),
                    c.mappings().size(),
                    plain(c.full().exact()),
                    0,
                    List.of());
        }
    }

    private static <K> Map<String, BigDecimal> plain(Map<K, BigDecimal> weights, Function<K, String> name) {
        return weights.entrySet().stream()
                .collect(Collectors.toMap(w -> name.apply(w.getKey()), w -> plain(w.getValue())));
    }

    static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
