package org.civitas.scoring.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 计分体系 — the part of an edition that a round needs, as it was frozen. Its parts are known by their codes.
 *
 * @param nodes the tree in the order of the edition; a parent stands before its children
 * @param requirements every requirement of the methods that the round counts
 * @param items check items by code
 */
public record ScoringEdition(
        UUID id, String name, List<Node> nodes, List<Requirement> requirements, Map<String, Item> items) {

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
    }
}
