package org.civitas.casework.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.domain.DispatchProposal;
import org.civitas.casework.domain.DispatchProposal.Duty;
import org.civitas.casework.domain.DispatchProposal.Habit;
import org.civitas.casework.persistence.CaseRow;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.CaseTypes.CaseType;
import org.civitas.casework.persistence.DispatchHistory;
import org.civitas.casework.persistence.DispatchHistory.Kind;
import org.civitas.territory.Answerable;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Duties;
import org.civitas.territory.DutySubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Proposes for cases that wait for dispatch: unit, limit, and why. */
@Service
public class ProposeDispatch {

    private static final int COUNTY_DIGITS = 6;

    /** 交办方案 — limit and picture come from the type; the proposal is empty when nothing speaks for a unit. */
    public record Plan(
            CaseRow file,
            Optional<DispatchProposal> proposal,
            TimeLimit limit,
            boolean pictureNeeded,
            boolean ruling) {}

    private final CaseTypes types;
    private final DispatchHistory history;
    private final Duties duties;
    private final CaseSettings settings;
    private final Clock clock;

    ProposeDispatch(CaseTypes types, DispatchHistory history, Duties duties, CaseSettings settings, Clock clock) {
        this.types = types;
        this.history = history;
        this.duties = duties;
        this.settings = settings;
        this.clock = clock;
    }

    public List<Plan> plansFor(List<CaseRow> files) {
        Map<Kind, Habit> habits = history.habits(
                files.stream().map(ProposeDispatch::kind).distinct().toList());
        Map<UUID, List<UUID>> refusers = history.refusers(files.stream()
                .filter(file -> file.refusals() > 0)
                .map(CaseRow::id)
                .toList());
        Map<UUID, UUID> routes = types.routesOf(files);
        Map<String, CaseType> typesByCode = new HashMap<>();
        types.all(false).forEach(type -> typesByCode.put(type.code(), type));
        Map<UUID, DutySubject> subjects = subjects(files);
        Map<DutySubject, Answerable> answers =
                duties.answerableForAll(subjects.values(), LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE));
        int maxRefusals = settings.policy().maxRefusals();
        List<Plan> plans = new ArrayList<>();
        for (CaseRow file : files) {
            CaseType type = Objects.requireNonNull(typesByCode.get(file.typeCode()));
            Optional<DispatchProposal> proposal = DispatchProposal.of(
                    Optional.ofNullable(routes.get(file.id())),
                    Optional.ofNullable(habits.get(kind(file))),
                    duties(answers.get(subjects.get(file.id()))),
                    refusers.getOrDefault(file.id(), List.of()));
            plans.add(new Plan(file, proposal, type.limit(), type.pictureNeeded(), file.refusals() >= maxRefusals));
        }
        return plans;
    }

    private static Kind kind(CaseRow file) {
        return new Kind(file.typeCode(), prefix(file.areaCode()));
    }

    private static Map<UUID, DutySubject> subjects(List<CaseRow> files) {
        Map<UUID, DutySubject> subjects = new LinkedHashMap<>();
        for (CaseRow file : files) {
            if (AreaCode.isWellFormed(file.areaCode())) {
                subjects.put(
                        file.id(),
                        new DutySubject(new AreaCode(file.areaCode()), file.siteType(), file.siteId(), null, null));
            }
        }
        return subjects;
    }

    private static List<Duty> duties(@Nullable Answerable answerable) {
        List<Duty> found = new ArrayList<>();
        if (answerable != null) {
            answerable.department().ifPresent(answer -> found.add(duty(answer, "主管部门")));
            answerable.territory().ifPresent(answer -> found.add(duty(answer, "属地单位")));
        }
        return found;
    }

    private static Duty duty(Answerable.Answer answer, String line) {
        return new Duty(answer.unitId(), "责任登记中的" + line + "（" + answer.ground().label() + "）");
    }

    private static String prefix(String areaCode) {
        return areaCode.substring(0, Math.min(COUNTY_DIGITS, areaCode.length()));
    }
}
