package org.civitas.standard.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.civitas.shared.Points;
import org.civitas.standard.Node;
import org.jspecify.annotations.Nullable;

/** 节点次序 — brings nodes into the order of the tree, a parent before its children, siblings as they came. */
public final class TreeOrder {

    private TreeOrder() {}

    /** Nodes that hang on no root (unknown parent, cycle) come last, so that nothing is lost before it is checked. */
    public static List<Node> of(List<Node> nodes) {
        Map<String, List<Node>> children = new HashMap<>();
        nodes.forEach(n -> children.computeIfAbsent(key(n.parentCode()), k -> new ArrayList<>())
                .add(n));
        List<Node> ordered = new ArrayList<>(nodes.size());
        Set<String> visited = new HashSet<>();
        descend("", children, visited, ordered);
        nodes.stream().filter(n -> !visited.contains(n.code())).forEach(ordered::add);
        return ordered;
    }

    private static void descend(String parent, Map<String, List<Node>> children, Set<String> visited, List<Node> to) {
        for (Node node : children.getOrDefault(parent, List.of())) {
            to.add(node);
            if (visited.add(node.code())) {
                descend(node.code(), children, visited, to);
            }
        }
    }

    /** The sum of the criteria below a node; zero when there is none. Safe with cycles. */
    public static Points sumBelow(String code, List<Node> nodes) {
        return sumBelow(code, nodes, new HashSet<>());
    }

    private static Points sumBelow(String code, List<Node> nodes, Set<String> visited) {
        if (!visited.add(code)) {
            return Points.ZERO;
        }
        Points sum = Points.ZERO;
        for (Node node : nodes) {
            if (code.equals(node.parentCode())) {
                sum = sum.plus(node.criterion() ? node.full() : sumBelow(node.code(), nodes, visited));
            }
        }
        return sum;
    }

    private static String key(@Nullable String parent) {
        return parent == null ? "" : parent;
    }
}
