package org.civitas.standard.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.shared.Points;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Node;
import org.civitas.standard.domain.EditionFault.Part;

/** What must hold for the tree of an edition. */
final class TreeRules {

    static final List<EditionRule> ALL = List.of(
            TreeRules::hasCriteria,
            TreeRules::codesAreUnique,
            TreeRules::parentExists,
            TreeRules::parentIsAGroup,
            TreeRules::noCycle,
            TreeRules::groupHasChildren,
            TreeRules::childrenAddUp);

    private TreeRules() {}

    static Stream<EditionFault> hasCriteria(EditionContent content) {
        return content.nodes().stream().anyMatch(Node::criterion)
                ? Stream.empty()
                : Stream.of(new EditionFault("edition.criteria.none", Part.CRITERIA, "", "标准编码", "体系里没有一条测评标准。"));
    }

    static Stream<EditionFault> codesAreUnique(EditionContent content) {
        return repeated(content.nodes(), Node::code)
                .map(n -> fault("edition.node.code-twice", n, "编码 " + n.code() + " 出现了不止一次，每个节点和标准的编码应当唯一。"));
    }

    static Stream<EditionFault> parentExists(EditionContent content) {
        Set<String> codes = content.nodes().stream().map(Node::code).collect(Collectors.toSet());
        return content.nodes().stream()
                .filter(n -> n.parentCode() != null && !codes.contains(n.parentCode()))
                .map(n -> parentFault(
                        "edition.node.parent-unknown", n, n.code() + " 的上级编码 " + n.parentCode() + " 在体系里不存在。"));
    }

    static Stream<EditionFault> parentIsAGroup(EditionContent content) {
        Set<String> criteria =
                content.nodes().stream().filter(Node::criterion).map(Node::code).collect(Collectors.toSet());
        return content.nodes().stream()
                .filter(n -> n.parentCode() != null && criteria.contains(n.parentCode()))
                .map(n -> parentFault(
                        "edition.node.parent-is-criterion",
                        n,
                        n.code() + " 的上级 " + n.parentCode() + " 是测评标准，标准下面不能再挂节点。"));
    }

    static Stream<EditionFault> noCycle(EditionContent content) {
        Map<String, String> parents = new HashMap<>();
        content.nodes().stream()
                .filter(n -> n.parentCode() != null)
                .forEach(n -> parents.put(n.code(), String.valueOf(n.parentCode())));
        return content.nodes().stream()
                .filter(n -> leadsToItself(n.code(), parents))
                .map(n -> parentFault("edition.node.cycle", n, n.code() + " 的上级关系绕成了圈，请检查上级编码。"));
    }

    private static boolean leadsToItself(String code, Map<String, String> parents) {
        Set<String> seen = new HashSet<>();
        for (String at = parents.get(code); at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(code)) {
                return true;
            }
        }
        return false;
    }

    static Stream<EditionFault> groupHasChildren(EditionContent content) {
        Set<String> parents = content.nodes().stream()
                .flatMap(n -> Stream.ofNullable(n.parentCode()))
                .collect(Collectors.toSet());
        return content.nodes().stream()
                .filter(n -> !n.criterion() && !parents.contains(n.code()))
                .map(n -> fault("edition.node.empty", n, n.code() + " “" + n.name() + "”下面没有测评标准。"));
    }

    static Stream<EditionFault> childrenAddUp(EditionContent content) {
        Map<String, Points> sums = content.nodes().stream()
                .filter(n -> n.parentCode() != null)
                .collect(Collectors.toMap(n -> String.valueOf(n.parentCode()), Node::full, Points::plus));
        return content.nodes().stream()
                .filter(n -> !n.criterion() && sums.containsKey(n.code()))
                .filter(n -> !n.full().equals(Objects.requireNonNull(sums.get(n.code()))))
                .map(n -> new EditionFault(
                        "edition.node.points-sum",
                        Part.TREE,
                        n.code(),
                        "分值",
                        n.code() + " 的分值是 " + plain(n.full()) + "，下级分值合计是 "
                                + plain(Objects.requireNonNull(sums.get(n.code()))) + "，两者应当相等。"));
    }

    /** The second and later ones of equal code. */
    static <T> Stream<T> repeated(List<T> list, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        return list.stream().filter(t -> !seen.add(code.apply(t)));
    }

    static String plain(Points points) {
        return points.exact().stripTrailingZeros().toPlainString();
    }

    private static EditionFault fault(String code, Node node, String message) {
        return new EditionFault(code, partOf(node), node.code(), node.criterion() ? "标准编码" : "编码", message);
    }

    private static EditionFault parentFault(String code, Node node, String message) {
        return new EditionFault(code, partOf(node), node.code(), "上级编码", message);
    }

    private static Part partOf(Node node) {
        return node.criterion() ? Part.CRITERIA : Part.TREE;
    }
}
