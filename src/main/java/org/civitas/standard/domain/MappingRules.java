package org.civitas.standard.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionMapping.Kind;
import org.civitas.standard.Node;
import org.civitas.standard.domain.EditionFault.Part;

/** What must hold for the correspondences of an edition to other indexes. The other end is not looked at: it may come later. */
final class MappingRules {

    static final List<EditionRule> ALL =
            List.of(MappingRules::ownEndExists, MappingRules::otherIsAnotherIndex, MappingRules::eachStandsOnce);

    private MappingRules() {}

    static Stream<EditionFault> ownEndExists(EditionContent content) {
        Set<String> items = content.checkItems().stream().map(CheckItem::code).collect(Collectors.toSet());
        Set<String> criteria =
                content.nodes().stream().filter(Node::criterion).map(Node::code).collect(Collectors.toSet());
        return content.mappings().stream()
                .filter(m -> !(m.kind() == Kind.ITEM ? items : criteria).contains(m.code()))
                .map(m -> fault(
                        "edition.mapping.code-unknown",
                        m,
                        "编码",
                        "对应关系写的" + m.kind().word() + " " + m.code() + " 在本体系里不存在。"));
    }

    static Stream<EditionFault> otherIsAnotherIndex(EditionContent content) {
        return content.mappings().stream()
                .filter(m -> m.otherEdition().equals(content.edition().code()))
                .map(m -> fault(
                        "edition.mapping.same-index",
                        m,
                        "对应体系",
                        m.code() + " 的对应体系就是本体系 " + m.otherEdition() + "，应写另一套体系的代码。"));
    }

    static Stream<EditionFault> eachStandsOnce(EditionContent content) {
        Set<String> seen = new HashSet<>();
        return content.mappings().stream()
                .filter(m -> !seen.add(m.kind() + m.ends()))
                .map(m -> fault("edition.mapping.twice", m, "对应编码", "对应关系 " + m.ends() + " 出现了不止一次。"));
    }

    private static EditionFault fault(String code, EditionMapping mapping, String field, String message) {
        return new EditionFault(code, Part.MAPPINGS, mapping.ends(), field, message);
    }
}
