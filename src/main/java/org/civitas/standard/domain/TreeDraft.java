package org.civitas.standard.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.jspecify.annotations.Nullable;

/** 体系树草稿 — the tree of a draft as an editor left it, each part with the code that it had before; no weights leave those there are. */
public record TreeDraft(
        List<Branch> nodes,
        List<Part> requirements,
        @Nullable Map<Method, BigDecimal> weights) {

    /** 草稿节点 — a node, and its code when the editor began; null when it is new. */
    public record Branch(Node node, @Nullable String was) {}

    /** 草稿要求 — a requirement, and its code when the editor began; null when it is new. */
    public record Part(Requirement requirement, @Nullable String was) {}

    /** Rules without which a tree can not even be kept as a draft. */
    private static final List<EditionRule> STORABLE = List.of(
            TreeRules::codesAreUnique,
            TreeRules::parentExists,
            TreeRules::parentIsAGroup,
            TreeRules::noCycle,
            RequirementRules::codesAreUnique,
            RequirementRules::criterionExists);

    /**
     * The content with this tree in place of its own. What check items serve and what corresponds follows the codes; what is
     * gone is served no longer.
     */
    public EditionContent in(EditionContent content) {
        Map<String, String> criteria = new HashMap<>();
        nodes.forEach(b -> Optional.ofNullable(b.was())
                .ifPresent(was -> criteria.put(was, b.node().code())));
        Map<String, String> parts = new HashMap<>();
        requirements.forEach(p -> Optional.ofNullable(p.was())
                .ifPresent(was -> parts.put(was, p.requirement().code())));
        List<Node> ordered = ordered();
        return new EditionContent(
                content.edition(),
                ordered,
                byCriterion(ordered),
                content.siteTypes(),
                content.checkItems().stream()
                        .map(item -> serving(item, content, parts))
                        .toList(),
                weights == null ? content.weights() : weights,
                content.mappings().stream()
                        .flatMap(mapping -> following(mapping, content, criteria))
                        .toList());
    }

    private List<Node> ordered() {
        List<Node> all = nodes.stream().map(Branch::node).toList();
        Set<String> codes = new HashSet<>();
        return all.stream().allMatch(n -> codes.add(n.code())) ? TreeOrder.of(all) : all;
    }

    /** Requirements in the order of their criteria; those of an unknown criterion come last. */
    private List<Requirement> byCriterion(List<Node> ordered) {
        Map<String, Integer> places = new HashMap<>();
        ordered.forEach(n -> places.putIfAbsent(n.code(), places.size()));
        return requirements.stream()
                .map(Part::requirement)
                .sorted(Comparator.comparing(r -> places.getOrDefault(r.criterionCode(), Integer.MAX_VALUE)))
                .toList();
    }

    private static CheckItem serving(CheckItem item, EditionContent content, Map<String, String> parts) {
        Set<String> known =
                content.requirements().stream().map(Requirement::code).collect(Collectors.toSet());
        return item.serving(item.requirementCodes().stream()
                .filter(code -> parts.containsKey(code) || !known.contains(code))
                .map(code -> parts.getOrDefault(code, code))
                .toList());
    }

    private static Stream<EditionMapping> following(
            EditionMapping m, EditionContent content, Map<String, String> criteria) {
        if (m.kind() != EditionMapping.Kind.CRITERION || content.node(m.code()).isEmpty()) {
            return Stream.of(m);
        }
        String code = criteria.get(m.code());
        return code == null
                ? Stream.empty()
                : Stream.of(new EditionMapping(m.kind(), code, m.otherEdition(), m.otherCode(), m.fit(), m.note()));
    }

    /** Checks that a draft can be kept, however unfinished it is. @throws RuleViolation the first fault that stops it */
    public static void mustBeStorable(EditionContent content) {
        STORABLE.stream().flatMap(rule -> rule.faults(content)).findFirst().ifPresent(fault -> {
            throw new RuleViolation(fault.code(), fault.message());
        });
    }
}
