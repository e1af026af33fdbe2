package org.civitas.scoring.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * 计分体系 — the part of an edition that a round needs, as it was frozen. Its parts are known by their codes.
 *
 * @param nodes the tree in the order of the edition; a parent stands before its children
 * @param requirements every requirement of the methods that the round counts
 * @param items check items by code
 * @param weights points of each method in the total, in integers of 10⁻⁹; empty where the total is the sum of the points
 */
public record ScoringEdition(
        UUID id,
        String name,
        List<Node> nodes,
        List<Requirement> requirements,
        Map<String, Item> items,
        Map<Method, Long> weights) {

    /** 指标节点 — a node of the tree; requirements hang on the criteria, which are its leaves. */
    public record Node(String code, @Nullable String parentCode, boolean criterion, String title) {}

    /** 检查项 — {@code unit}: the department that answers for this item wherever it is judged, if one is named. */
    public record Item(
            String code,
            String title,
            String typeCode,
            @Nullable UUID unit) {}

    public ScoringEdition {
        nodes = List.copyOf(nodes);
        requirements = List.copyOf(requirements);
        items = Map.copyOf(items);
        weights = weights.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(weights));
        if (weights.values().stream().anyMatch(w -> w <= 0)) {
            throw new IllegalArgumentException("weight not positive: " + weights);
        }
    }

    /** An edition whose total is the sum of its points. */
    public ScoringEdition(
            UUID id, String name, List<Node> nodes, List<Requirement> requirements, Map<String, Item> items) {
        this(id, name, nodes, requirements, items, Map.of());
    }
}
