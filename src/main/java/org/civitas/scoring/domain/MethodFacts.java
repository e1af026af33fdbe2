package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.civitas.scoring.domain.EnteredFact.Condition;
import org.civitas.scoring.domain.EnteredFact.Estimate;
import org.civitas.scoring.domain.EnteredFact.Figure;
import org.civitas.scoring.domain.EnteredFact.Mark;
import org.civitas.scoring.domain.EnteredFact.Reviewer;
import org.jspecify.annotations.Nullable;

/** 非现场事实 — what counts of everything that was entered for one requirement: the newest of each kind. */
final class MethodFacts {

    private @Nullable Figure figure;
    private @Nullable Estimate estimate;
    private final Map<Reviewer, Mark> marks = new EnumMap<>(Reviewer.class);
    private final Map<String, Condition> conditions = new TreeMap<>();

    MethodFacts(List<EnteredFact> facts) {
        for (EnteredFact fact : facts.stream().sorted(EnteredFact.IN_TIME).toList()) {
            switch (fact) {
                case Figure it -> figure = it;
                case Estimate it -> estimate = it;
                case Mark it -> marks.put(it.reviewer(), it);
                case Condition it -> conditions.put(it.name(), it);
            }
        }
    }

    boolean isEmpty() {
        return figure == null && estimate == null && marks.isEmpty() && conditions.isEmpty();
    }

    @Nullable
    Figure figure() {
        return figure;
    }

    @Nullable
    Estimate estimate() {
        return estimate;
    }

    /** The marks that count: the arbiter's alone, else those of the reviewers. */
    List<Mark> marks() {
        Mark arbiter = marks.get(Reviewer.ARBITER);
        return arbiter != null ? List.of(arbiter) : List.copyOf(marks.values());
    }

    /** Conditions that apply, by name. */
    List<Condition> conditions() {
        return conditions.values().stream()
                .filter(c -> c.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
    }

    static List<Condition> failed(List<Condition> conditions) {
        List<Condition> failed = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition.verdict() == Verdict.FAIL) {
                failed.add(condition);
            }
        }
        return failed;
    }
}
