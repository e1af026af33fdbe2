package org.civitas.insight.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.AssignedUnits.Ground;
import org.civitas.standard.CheckItem;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.SiteType;
import org.civitas.territory.Unit;
import org.jspecify.annotations.Nullable;

/** 分工册 — the editions in use with who answers on one day; made once for the lists of many units. */
final class AnsweringBook {

    private record Part(EditionContent content, DecomposedEdition decomposed) {}

    private final List<Part> parts = new ArrayList<>();
    private final Map<UUID, Unit> units;

    AnsweringBook(List<Unit> units) {
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    void add(EditionContent content, DecomposedEdition decomposed) {
        parts.add(new Part(content, decomposed));
    }

    String nameOf(@Nullable UUID unit) {
        Unit known = unit == null ? null : units.get(unit);
        return known == null ? "（已不存在的单位）" : known.name();
    }

    /** What the unit leads or helps with: requirements first, then types of sites, then check items. */
    List<StandardLine> lines(UUID unit) {
        List<StandardLine> lines = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Node> nodes =
                    part.content().nodes().stream().collect(Collectors.toMap(Node::code, Function.identity()));
            for (Requirement requirement : part.content().requirements()) {
                add(lines, unit, part, AssignedKind.REQUIREMENT, requirement.code(), units -> {
                    Node node = nodes.get(requirement.criterionCode());
                    return line(part, AssignedKind.REQUIREMENT, requirement.code(), units, unit)
                            .named(node == null ? requirement.criterionCode() : node.name(), top(node, nodes))
                            .judged(
                                    requirement.method().word(),
                                    plain(requirement.full().exact()),
                                    evidence(requirement));
                });
            }
            Map<String, String> types =
                    part.content().siteTypes().stream().collect(Collectors.toMap(SiteType::code, SiteType::name));
            for (SiteType type : part.content().siteTypes()) {
                add(
                        lines,
                        unit,
                        part,
                        AssignedKind.SITE_TYPE,
                        type.code(),
                        units -> line(part, AssignedKind.SITE_TYPE, type.code(), units, unit)
                                .named(type.name(), type.kind().word()));
            }
            for (CheckItem item : part.content().checkItems()) {
                add(
                        lines,
                        unit,
                        part,
                        AssignedKind.CHECK_ITEM,
                        item.code(),
                        units -> line(part, AssignedKind.CHECK_ITEM, item.code(), units, unit)
                                .named(item.text(), types.getOrDefault(item.siteTypeCode(), item.siteTypeCode()))
                                .judged("实地考察", null, item.look()));
            }
        }
        return lines;
    }

    private static void add(
            List<StandardLine> lines,
            UUID unit,
            Part part,
            AssignedKind kind,
            String code,
            Function<AssignedUnits, Draft> writing) {
        AssignedUnits units = part.decomposed().of(kind, code);
        if (units.names(unit)) {
            lines.add(writing.apply(units).line());
        }
    }

    /** What the edition asks for, else what its method goes by. */
    private static String evidence(Requirement requirement) {
        if (!requirement.evidence().isBlank()) {
            return requirement.evidence();
        }
        return switch (requirement.method()) {
            case MATERIAL -> "文件、说明报告、图片等申报材料";
            case DATA -> "数据及来源文件";
            case SURVEY -> "问卷调查结果";
            case OPINION -> "部门意见";
            case VETO -> "事件记录";
            case SITE -> "实地检查记录";
        };
    }

    private Draft line(Part part, AssignedKind kind, String code, AssignedUnits assigned, UUID unit) {
        UUID lead = assigned.lead();
        return new Draft(new StandardLine(
                part.content().edition().id(),
                part.content().edition().title(),
                kind.name(),
                kind.word(),
                code,
                "",
                "",
                "",
                null,
                assigned.leads(unit),
                lead == null ? null : nameOf(lead),
                assigned.cos().stream().map(this::nameOf).toList(),
                "",
                assigned.ground() == Ground.OWN || assigned.ground() == Ground.EDITION,
                assigned.since()));
    }

    private static String top(@Nullable Node node, Map<String, Node> nodes) {
        Node at = node;
        while (at != null && at.parentCode() != null && nodes.get(at.parentCode()) != null) {
            at = Objects.requireNonNull(nodes.get(at.parentCode()));
        }
        return at == null ? "" : at.code() + " " + at.name();
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    /** A line while it is written. */
    private record Draft(StandardLine line) {

        Draft named(String name, String group) {
            return new Draft(new StandardLine(
                    line.editionId(),
                    line.edition(),
                    line.kind(),
                    line.kindWord(),
                    line.code(),
                    name,
                    group,
                    line.method(),
                    line.full(),
                    line.leads(),
                    line.lead(),
                    line.cos(),
                    line.evidence(),
                    line.own(),
                    line.since()));
        }

        Draft judged(String method, @Nullable BigDecimal full, String evidence) {
            return new Draft(new StandardLine(
                    line.editionId(),
                    line.edition(),
                    line.kind(),
                    line.kindWord(),
                    line.code(),
                    line.name(),
                    line.group(),
                    method,
                    full,
                    line.leads(),
                    line.lead(),
                    line.cos(),
                    evidence,
                    line.own(),
                    line.since()));
        }
    }
}
