package org.civitas.standard.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.EditionContent;
import org.civitas.standard.domain.EditionDifference.Change;

/** 体系比较 — in what a version differs from another version of the same index. */
public final class EditionComparison {

    private static final List<String> SUBJECTS = List.of("体系", "节点", "标准", "要求", "点位类型", "检查项", "对应");

    private EditionComparison() {}

    /**
     * Differences by subject (体系, 节点, 标准, 要求, 点位类型, 检查项, 对应), each in the order of the later version, what is gone last.
     *
     * @throws RuleViolation edition.compare.other-index when they are versions of different indexes
     */
    public static List<EditionDifference> between(EditionContent before, EditionContent after) {
        if (!before.edition().code().equals(after.edition().code())) {
            throw new RuleViolation(
                    "edition.compare.other-index",
                    "“" + before.edition().title() + "”和“" + after.edition().title() + "”不是同一套体系的版本，不能比较。");
        }
        Map<String, List<ComparedEntry>> old = bySubject(ComparedEntry.of(before, Recoding.between(before, after)));
        Map<String, List<ComparedEntry>> now = bySubject(ComparedEntry.of(after, Recoding.NONE));
        return SUBJECTS.stream()
                .flatMap(s -> ofSubject(old.getOrDefault(s, List.of()), now.getOrDefault(s, List.of())))
                .toList();
    }

    private static Stream<EditionDifference> ofSubject(List<ComparedEntry> before, List<ComparedEntry> after) {
        Map<String, ComparedEntry> old = before.stream()
                .collect(Collectors.toMap(ComparedEntry::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<EditionDifference> differences = new ArrayList<>();
        for (ComparedEntry entry : after) {
            ComparedEntry was = old.remove(entry.code());
            if (was == null) {
                differences.add(whole(entry, Change.ADDED));
            } else {
                differences.addAll(fields(was, entry));
            }
        }
        old.values().forEach(gone -> differences.add(whole(gone, Change.GONE)));
        return differences.stream();
    }

    private static EditionDifference whole(ComparedEntry entry, Change change) {
        boolean added = change == Change.ADDED;
        String words = entry.fields().isEmpty() ? entry.name() : described(entry);
        return new EditionDifference(
                entry.subject(), entry.written(), entry.name(), change, "", added ? "" : words, added ? words : "");
    }

    private static String described(ComparedEntry entry) {
        return entry.fields().entrySet().stream()
                .filter(f -> !f.getValue().text().isEmpty())
                .map(f -> f.getKey() + "：" + f.getValue().text())
                .collect(Collectors.joining("\n"));
    }

    private static List<EditionDifference> fields(ComparedEntry was, ComparedEntry is) {
        List<EditionDifference> differences = new ArrayList<>();
        if (!was.written().equals(is.written())) {
            differences.add(difference(is, Change.RECODED, "编码", was.written(), is.written()));
        }
        is.fields().forEach((name, field) -> {
            String before = Objects.requireNonNull(was.fields().get(name)).text();
            if (!before.equals(field.text())) {
                differences.add(difference(is, field.change(), name, before, field.text()));
            }
        });
        return differences;
    }

    private static EditionDifference difference(
            ComparedEntry entry, Change change, String field, String before, String after) {
        return new EditionDifference(entry.subject(), entry.code(), entry.name(), change, field, before, after);
    }

    private static Map<String, List<ComparedEntry>> bySubject(List<ComparedEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(ComparedEntry::subject));
    }
}
