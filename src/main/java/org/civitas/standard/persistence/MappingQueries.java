package org.civitas.standard.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionMapping.Fit;
import org.civitas.standard.EditionMapping.Kind;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What of an edition also serves other indexes: named here, named there, or a check item of the same code in both. */
@Repository
public class MappingQueries {

    /** Where a correspondence comes from. */
    public enum Source {
        /** written in this edition */
        HERE,
        /** written in the other edition and read from its end */
        THERE,
        /** a check item that both editions have */
        SAME_CODE
    }

    /**
     * 对应关系 — one correspondence seen from one edition.
     *
     * @param kind of a correspondence that is written; a shared check item is {@link Kind#ITEM}
     * @param name words of the own end; null when it is gone
     * @param other the version of the other index that is looked at: in use, otherwise the newest; null when there is none
     * @param otherName words of the other end; null when that version has no such code
     */
    public record Correspondence(
            Source source,
            Kind kind,
            String code,
            @Nullable String name,
            String otherIndex,
            @Nullable Edition other,
            String otherCode,
            @Nullable String otherName,
            Fit fit,
            String note) {}

    private final EditionTable editions;

    MappingQueries(EditionTable editions) {
        this.editions = editions;
    }

    /** All of an edition, those written here first. */
    public List<Correspondence> of(UUID id) {
        EditionContent here = editions.content(id);
        Map<String, EditionContent> others = others(here.edition());
        List<Correspondence> all = new ArrayList<>();
        for (EditionMapping m : here.mappings()) {
            EditionContent other = others.get(m.otherEdition());
            all.add(new Correspondence(
                    Source.HERE,
                    m.kind(),
                    m.code(),
                    words(here, m.kind() == Kind.ITEM, m.code()),
                    m.otherEdition(),
                    other == null ? null : other.edition(),
                    m.otherCode(),
                    other == null ? null : words(other, false, m.otherCode()),
                    m.fit(),
                    m.note()));
        }
        others.values().forEach(other -> all.addAll(there(here, other)));
        others.values().forEach(other -> all.addAll(shared(here, other)));
        return all;
    }

    private static List<Correspondence> there(EditionContent here, EditionContent other) {
        return other.mappings().stream()
                .filter(m -> m.otherEdition().equals(here.edition().code()))
                .map(m -> new Correspondence(
                        Source.THERE,
                        m.kind(),
                        m.otherCode(),
                        words(here, false, m.otherCode()),
                        other.edition().code(),
                        other.edition(),
                        m.code(),
                        words(other, m.kind() == Kind.ITEM, m.code()),
                        m.fit(),
                        m.note()))
                .toList();
    }

    private static List<Correspondence> shared(EditionContent here, EditionContent other) {
        Map<String, CheckItem> theirs =
                other.checkItems().stream().collect(Collectors.toMap(CheckItem::code, Function.identity()));
        return here.checkItems().stream()
                .filter(item -> theirs.containsKey(item.code()))
                .flatMap(item -> Optional.ofNullable(theirs.get(item.code())).stream()
                        .map(twin -> new Correspondence(
                                Source.SAME_CODE,
                                Kind.ITEM,
                                item.code(),
                                item.text(),
                                other.edition().code(),
                                other.edition(),
                                String.join("、", twin.requirementCodes()),
                                served(other, twin),
                                item.text().equals(twin.text()) ? Fit.FULL : Fit.PART,
                                "")))
                .toList();
    }

    private static String served(EditionContent content, CheckItem item) {
        return item.requirementCodes().stream()
                .flatMap(code -> Optional.ofNullable(words(content, false, code)).stream())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** The words of a check item, or of a criterion (also for the code of one of its requirements). */
    private static @Nullable String words(EditionContent content, boolean item, String code) {
        if (item) {
            return content.checkItems().stream()
                    .filter(i -> i.code().equals(code))
                    .map(CheckItem::text)
                    .findFirst()
                    .orElse(null);
        }
        String criterion = content.requirements().stream()
                .filter(r -> r.code().equals(code))
                .map(Requirement::criterionCode)
                .findFirst()
                .orElse(code);
        return content.node(criterion).map(Node::name).orElse(null);
    }

    /** Of every other index the version in use, otherwise the newest. */
    private Map<String, EditionContent> others(Edition edition) {
        Map<String, Edition> chosen = new LinkedHashMap<>();
        editions.all().stream()
                .filter(e -> !e.code().equals(edition.code()))
                .forEach(e -> chosen.putIfAbsent(e.code(), e));
        Map<String, EditionContent> contents = new LinkedHashMap<>();
        chosen.forEach((code, other) -> contents.put(code, editions.content(other.id())));
        return contents;
    }
}
