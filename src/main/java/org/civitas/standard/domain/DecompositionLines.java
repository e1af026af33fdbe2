package org.civitas.standard.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.civitas.standard.AssignedKind;

/** 分解记录册 — the records of one edition that were not undone, by the thing they are about. */
public final class DecompositionLines {

    private record Subject(AssignedKind kind, String code) {}

    /** Of two records of one day the one made later holds. */
    private static final Comparator<DecompositionLine> LATER =
            Comparator.comparing(DecompositionLine::firstDay).thenComparing(DecompositionLine::number);

    private final Map<Subject, List<DecompositionLine>> bySubject = new LinkedHashMap<>();

    public DecompositionLines(List<DecompositionLine> lines) {
        lines.forEach(line -> bySubject
                .computeIfAbsent(new Subject(line.kind(), line.code()), s -> new java.util.ArrayList<>())
                .add(line));
    }

    public List<DecompositionLine> of(AssignedKind kind, String code) {
        return bySubject.getOrDefault(new Subject(kind, code), List.of());
    }

    /** What holds on a day, if anything was ever said for a day up to it. */
    public Optional<DecompositionLine> inForce(AssignedKind kind, String code, LocalDate day) {
        return of(kind, code).stream()
                .filter(line -> !line.firstDay().isAfter(day))
                .max(LATER);
    }

    /** What takes its place next. */
    public Optional<DecompositionLine> next(AssignedKind kind, String code, LocalDate day) {
        return of(kind, code).stream()
                .filter(line -> line.firstDay().isAfter(day))
                .min(Comparator.comparing(DecompositionLine::firstDay)
                        .thenComparing(DecompositionLine::number, Comparator.reverseOrder()));
    }

    /** What somebody must have seen to change the thing: the number of its last naming, 0 before the first. */
    public int seen(AssignedKind kind, String code) {
        return of(kind, code).stream().mapToInt(DecompositionLine::number).max().orElse(0);
    }
}
