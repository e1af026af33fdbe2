package org.civitas.standard.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.civitas.standard.Node;
import org.jspecify.annotations.Nullable;

/** Places among siblings, where groups and criteria stand on two sheets and would lose their order. */
record SiblingOrder(Map<String, Integer> places) {

    /** Only of siblings of both kinds; elsewhere the order of the rows is enough. */
    static SiblingOrder of(List<Node> nodes) {
        Map<String, Set<Boolean>> kinds = new HashMap<>();
        nodes.forEach(
                n -> kinds.computeIfAbsent(parent(n), p -> new HashSet<>()).add(n.criterion()));
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (Node node : nodes) {
            if (kinds.getOrDefault(parent(node), Set.of()).size() > 1) {
                places.put(node.code(), counts.merge(parent(node), 1, Integer::sum));
            }
        }
        return new SiblingOrder(places);
    }

    @Nullable
    Integer of(Node node) {
        return places.get(node.code());
    }

    private static String parent(Node node) {
        String code = node.parentCode();
        return code == null ? "" : code;
    }
}
