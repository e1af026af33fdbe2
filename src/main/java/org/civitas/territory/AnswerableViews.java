package org.civitas.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.civitas.territory.Answerable.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 责任归属说明 — puts names to the answer of who is responsible. */
@Component
public class AnswerableViews {

    /** 归属理由 as pages show it. */
    public record AnswerView(
            UUID unitId,
            String unitName,
            String groundLabel,
            @Nullable UUID dutyId,
            @Nullable String kindLabel,
            @Nullable String personName,
            @Nullable String personTitle,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /** 责任归属 as pages show it; null where nobody was named. */
    public record AnswerableView(
            @Nullable AnswerView department, @Nullable AnswerView territory, List<AnswerView> covering) {}

    private final Units units;

    AnswerableViews(Units units) {
        this.units = units;
    }

    public AnswerableView view(Answerable answerable) {
        Map<UUID, Unit> byId = units.byIds(Stream.of(
                        answerable.department().stream(),
                        answerable.territory().stream(),
                        answerable.covering().stream())
                .flatMap(answers -> answers)
                .map(Answer::unitId)
                .distinct()
                .toList());
        return new AnswerableView(
                answerable.department().map(a -> view(a, byId)).orElse(null),
                answerable.territory().map(a -> view(a, byId)).orElse(null),
                answerable.covering().stream().map(a -> view(a, byId)).toList());
    }

    private static AnswerView view(Answer answer, Map<UUID, Unit> units) {
        Optional<Duty> duty = Optional.ofNullable(answer.duty());
        Unit unit = units.get(answer.unitId());
        return new AnswerView(
                answer.unitId(),
                unit == null ? "（已删除的单位）" : unit.name(),
                answer.ground().label(),
                duty.map(Duty::id).orElse(null),
                duty.map(d -> d.kind().label()).orElse(null),
                duty.map(Duty::personName).orElse(null),
                duty.map(Duty::personTitle).orElse(null),
                duty.map(Duty::firstDay).orElse(null),
                duty.map(Duty::lastDay).orElse(null));
    }
}
