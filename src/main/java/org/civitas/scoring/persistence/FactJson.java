package org.civitas.scoring.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.civitas.scoring.domain.EnteredFact;
import org.civitas.scoring.domain.EnteredFact.Condition;
import org.civitas.scoring.domain.EnteredFact.Estimate;
import org.civitas.scoring.domain.EnteredFact.Figure;
import org.civitas.scoring.domain.EnteredFact.Mark;
import org.civitas.scoring.domain.EnteredFact.Reviewer;
import org.civitas.scoring.domain.Verdict;
import org.jspecify.annotations.Nullable;

/** An entered fact as it was frozen; fields may be added, never renamed. Figures are texts, so that no reader rounds them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactJson(
        String kind,
        UUID id,
        String requirement,
        EnteredFact.Source source,
        @Nullable String value,
        @Nullable String done,
        @Nullable String required,
        @Nullable Long share,
        @Nullable Long samplingError,
        @Nullable Integer answers,
        @Nullable String reviewer,
        @Nullable String grade,
        @Nullable String name,
        @Nullable String verdict) {

    static FactJson of(EnteredFact fact) {
        return switch (fact) {
            case Figure f ->
                new FactJson(
                        "FIGURE",
                        f.id(),
                        f.requirementCode(),
                        f.source(),
                        plain(f.value()),
                        plain(f.done()),
                        plain(f.required()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Estimate e ->
                new FactJson(
                        "ESTIMATE",
                        e.id(),
                        e.requirementCode(),
                        e.source(),
                        null,
                        null,
                        null,
                        e.share(),
                        e.samplingError(),
                        e.answers(),
                        null,
                        null,
                        null,
                        null);
            case Mark m ->
                new FactJson(
                        "MARK",
                        m.id(),
                        m.requirementCode(),
                        m.source(),
                        plain(m.mark()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        m.reviewer().name(),
                        m.grade(),
                        null,
                        null);
            case Condition c ->
                new FactJson(
                        "CONDITION",
                        c.id(),
                        c.requirementCode(),
                        c.source(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        c.name(),
                        c.verdict().name());
        };
    }

    EnteredFact fact() {
        return switch (kind) {
            case "FIGURE" -> new Figure(id, requirement, decimal(value), decimal(done), decimal(required), source);
            case "ESTIMATE" ->
                new Estimate(id, requirement, needed(share), needed(samplingError), needed(answers), source);
            case "MARK" -> new Mark(id, requirement, Reviewer.valueOf(needed(reviewer)), decimal(value), grade, source);
            case "CONDITION" -> new Condition(id, requirement, needed(name), Verdict.valueOf(needed(verdict)), source);
            default -> throw new IllegalStateException("unknown frozen fact " + kind);
        };
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable BigDecimal decimal(@Nullable String written) {
        return written == null ? null : new BigDecimal(written);
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value, "a frozen fact lacks a part");
    }
}
