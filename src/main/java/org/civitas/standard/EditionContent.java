package org.civitas.standard;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.civitas.shared.Points;

/**
 * 体系内容 — an edition with all that stands in it, in the order of the edition.
 *
 * @param nodes a parent stands before its children
 * @param siteTypes those that its check items name
 * @param weights points that each method has in the total (40/40/20); empty where the total is the sum of the points
 * @param mappings to other indexes, as written in this edition
 */
public record EditionContent(
        Edition edition,
        List<Node> nodes,
        List<Requirement> requirements,
        List<SiteType> siteTypes,
        List<CheckItem> checkItems,
        Map<Method, BigDecimal> weights,
        List<EditionMapping> mappings) {

    public EditionContent {
        nodes = List.copyOf(nodes);
        requirements = List.copyOf(requirements);
        siteTypes = List.copyOf(siteTypes);
        checkItems = List.copyOf(checkItems);
        weights = weights.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(weights));
        mappings = List.copyOf(mappings);
    }

    /** An edition that names no correspondence. */
    public EditionContent(
            Edition edition,
            List<Node> nodes,
            List<Requirement> requirements,
            List<SiteType> siteTypes,
            List<CheckItem> checkItems,
            Map<Method, BigDecimal> weights) {
        this(edition, nodes, requirements, siteTypes, checkItems, weights, List.of());
    }

    /** The same content as another edition. */
    public EditionContent as(Edition other) {
        return new EditionContent(other, nodes, requirements, siteTypes, checkItems, weights, mappings);
    }

    /** An edition whose total is the sum of its points. */
    public EditionContent(
            Edition edition,
            List<Node> nodes,
            List<Requirement> requirements,
            List<SiteType> siteTypes,
            List<CheckItem> checkItems) {
        this(edition, nodes, requirements, siteTypes, checkItems, Map.of());
    }

    /** Full points of the whole edition. */
    public Points full() {
        return nodes.stream().filter(Node::criterion).map(Node::full).reduce(Points.ZERO, Points::plus);
    }

    public Optional<Node> node(String code) {
        return nodes.stream().filter(n -> n.code().equals(code)).findFirst();
    }

    public List<Requirement> requirementsOf(String criterionCode) {
        return requirements.stream()
                .filter(r -> r.criterionCode().equals(criterionCode))
                .toList();
    }

    public List<CheckItem> checkItemsOf(String siteTypeCode) {
        return checkItems.stream()
                .filter(i -> i.siteTypeCode().equals(siteTypeCode))
                .toList();
    }

    public List<CheckItem> checkItemsServing(String requirementCode) {
        return checkItems.stream()
                .filter(i -> i.requirementCodes().contains(requirementCode))
                .toList();
    }
}
