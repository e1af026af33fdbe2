package org.civitas.standard.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Node;
import org.civitas.standard.domain.DecompositionLine;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.persistence.DecompositionTable.Change;
import org.civitas.standard.workbook.DecompositionSheet;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the browser and the workbook see of a decomposition. */
@Component
class DecompositionViews {

    record NamedUnitView(UUID id, String name) {}

    /** What takes the place of the units on a later day. */
    record ComingView(LocalDate firstDay, @Nullable NamedUnitView lead, List<NamedUnitView> cos) {}

    /**
     * One thing of the edition with its units.
     *
     * @param group the first level of the tree above a requirement; the site type of a check item
     * @param seen what a change must name
     */
    record DecomposedRowView(
            String kind,
            String code,
            String name,
            String group,
            @Nullable String method,
            @Nullable String methodWord,
            @Nullable BigDecimal full,
            @Nullable NamedUnitView lead,
            List<NamedUnitView> cos,
            String ground,
            String groundWord,
            @Nullable LocalDate since,
            int seen,
            @Nullable ComingView coming) {}

    record GapsView(int criteria, int requirements, int siteTypes, int checkItems) {
        static GapsView of(DecomposedEdition.Gaps gaps) {
            return new GapsView(gaps.criteria(), gaps.requirements(), gaps.siteTypes(), gaps.checkItems());
        }
    }

    record ChangeView(
            UUID id,
            int number,
            String wayWord,
            LocalDate firstDay,
            String reason,
            String what,
            int subjects,
            String accountName,
            Instant recordedAt,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    change.id(),
                    change.number(),
                    change.way().word(),
                    change.firstDay(),
                    change.reason(),
                    change.what(),
                    change.subjects(),
                    change.accountName(),
                    change.recordedAt(),
                    change.undoneAt(),
                    change.undoneBy());
        }
    }

    /** What a thing is called, and where it stands. */
    private record Label(
            String name,
            String group,
            @Nullable String method,
            @Nullable String methodWord,
            @Nullable BigDecimal full) {}

    private final Units units;

    DecompositionViews(Units units) {
        this.units = units;
    }

    /** Rows of a kind in the order of the edition. */
    List<DecomposedRowView> rows(
            EditionContent content, DecompositionLines lines, DecomposedEdition decomposed, AssignedKind kind) {
        Map<UUID, Unit> known = units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<String, Label> labels = labels(content, kind);
        return decomposed.of(kind).entrySet().stream()
                .map(each -> row(
                        kind,
                        each.getKey(),
                        each.getValue(),
                        label(labels, each.getKey()),
                        lines,
                        known,
                        decomposed.day()))
                .toList();
    }

    private static Label label(Map<String, Label> labels, String code) {
        return Objects.requireNonNull(labels.get(code));
    }

    private static DecomposedRowView row(
            AssignedKind kind,
            String code,
            AssignedUnits assigned,
            Label label,
            DecompositionLines lines,
            Map<UUID, Unit> known,
            LocalDate day) {
        return new DecomposedRowView(
                kind.name(),
                code,
                label.name(),
                label.group(),
                label.method(),
                label.methodWord(),
                label.full(),
                unit(assigned.lead(), known),
                named(assigned.cos(), known),
                assigned.ground().name(),
                assigned.ground().word(),
                assigned.since(),
                lines.seen(kind, code),
                lines.next(kind, code, day).map(line -> coming(line, known)).orElse(null));
    }

    private static ComingView coming(DecompositionLine line, Map<UUID, Unit> known) {
        return new ComingView(line.firstDay(), unit(line.lead(), known), named(line.cos(), known));
    }

    private static List<NamedUnitView> named(List<UUID> ids, Map<UUID, Unit> known) {
        return ids.stream().map(id -> Objects.requireNonNull(unit(id, known))).toList();
    }

    private static @Nullable NamedUnitView unit(@Nullable UUID id, Map<UUID, Unit> known) {
        if (id == null) {
            return null;
        }
        Unit unit = known.get(id);
        return new NamedUnitView(id, unit == null ? "（已不存在的单位）" : unit.name());
    }

    private static Map<String, Label> labels(EditionContent content, AssignedKind kind) {
        Map<String, Label> labels = new LinkedHashMap<>();
        switch (kind) {
            case REQUIREMENT -> {
                Map<String, Node> nodes =
                        content.nodes().stream().collect(Collectors.toMap(Node::code, Function.identity()));
                content.requirements().forEach(r -> {
                    Node criterion = nodes.get(r.criterionCode());
                    labels.put(
                            r.code(),
                            new Label(
                                    criterion == null ? r.criterionCode() : criterion.name(),
                                    criterion == null ? "" : top(criterion, nodes),
                                    r.method().name(),
                                    r.method().word(),
                                    EditionViews.plain(r.full().exact())));
                });
            }
            case SITE_TYPE ->
                content.siteTypes()
                        .forEach(t -> labels.put(
                                t.code(), new Label(t.name(), t.kind().word(), null, null, null)));
            case CHECK_ITEM -> {
                Map<String, String> types =
                        content.siteTypes().stream().collect(Collectors.toMap(t -> t.code(), t -> t.name()));
                content.checkItems()
                        .forEach(i -> labels.put(
                                i.code(),
                                new Label(
                                        i.text(),
                                        types.getOrDefault(i.siteTypeCode(), i.siteTypeCode()),
                                        null,
                                        null,
                                        null)));
            }
        }
        return labels;
    }

    private static String top(Node node, Map<String, Node> nodes) {
        Node at = node;
        for (Node parent = nodes.get(String.valueOf(at.parentCode())); parent != null; ) {
            at = parent;
            parent = nodes.get(String.valueOf(at.parentCode()));
        }
        return at.code() + " " + at.name();
    }

    static DecompositionSheet.Line line(DecomposedRowView row) {
        return new DecompositionSheet.Line(
                AssignedKind.valueOf(row.kind()).word(),
                row.code(),
                row.name(),
                Objects.requireNonNullElse(row.methodWord(), ""),
                row.lead() == null ? null : row.lead().name(),
                row.cos().stream().map(NamedUnitView::name).toList(),
                row.groundWord(),
                row.since());
    }
}
