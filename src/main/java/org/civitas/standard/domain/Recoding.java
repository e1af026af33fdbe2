package org.civitas.standard.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;

/**
 * Which codes of an earlier version another code took over: those that are gone while the same words, standing once in either
 * version, appear under a new code. Requirements follow their criterion.
 */
record Recoding(Map<String, String> nodes, Map<String, String> requirements, Map<String, String> items) {

    static final Recoding NONE = new Recoding(Map.of(), Map.of(), Map.of());

    static Recoding between(EditionContent before, EditionContent after) {
        Map<String, String> nodes = moved(before.nodes(), after.nodes(), Node::code, n -> n.criterion() + n.name());
        Map<String, String> items =
                moved(before.checkItems(), after.checkItems(), CheckItem::code, i -> i.siteTypeCode() + i.text());
        Set<String> there = after.requirements().stream().map(Requirement::code).collect(Collectors.toSet());
        Map<String, String> requirements = new HashMap<>();
        for (Requirement r : before.requirements()) {
            String criterion = nodes.get(r.criterionCode());
            if (criterion != null && r.code().startsWith(r.criterionCode())) {
                String code = criterion + r.code().substring(r.criterionCode().length());
                if (there.contains(code) && !there.contains(r.code())) {
                    requirements.put(r.code(), code);
                }
            }
        }
        return new Recoding(nodes, requirements, items);
    }

    private static <T> Map<String, String> moved(
            List<T> before, List<T> after, Function<T, String> code, Function<T, String> words) {
        Map<String, T> old = onlyOnes(before, words);
        Map<String, T> now = onlyOnes(after, words);
        Set<String> kept = before.stream().map(code).collect(Collectors.toCollection(HashSet::new));
        kept.retainAll(after.stream().map(code).collect(Collectors.toSet()));
        Map<String, String> moved = new HashMap<>();
        old.forEach((text, thing) -> {
            T other = now.get(text);
            if (other != null && !kept.contains(code.apply(thing)) && !kept.contains(code.apply(other))) {
                moved.put(code.apply(thing), code.apply(other));
            }
        });
        return moved;
    }

    private static <T> Map<String, T> onlyOnes(List<T> list, Function<T, String> words) {
        return list.stream().collect(Collectors.groupingBy(words)).entrySet().stream()
                .filter(e -> e.getValue().size() == 1)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    }

    String node(String code) {
        return nodes.getOrDefault(code, code);
    }

    String requirement(Requirement requirement) {
        return requirement(requirement.code());
    }

    String requirement(String code) {
        return requirements.getOrDefault(code, code);
    }

    String item(String code) {
        return items.getOrDefault(code, code);
    }
}
