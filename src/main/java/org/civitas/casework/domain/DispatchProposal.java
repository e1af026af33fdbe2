package org.civitas.casework.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 交办建议 — the unit that a case should go to, and why; a person decides.
 *
 * <p>In this order: what the city set for the type in the area, habit (at least 5 dispatches and four fifths of them to
 * one unit), the duty at the site.
 */
public record DispatchProposal(UUID unitId, Ground ground, String reason) {

    private static final int ENOUGH = 5;

    /** 建议依据 — on what the proposal rests. */
    public enum Ground {
        ROUTE,
        HISTORY,
        DUTY
    }

    /** 历史去向 — of the last dispatches of this type in this area, how many went to the unit. */
    public record Habit(UUID unitId, int went, int of) {

        boolean isStrong() {
            return of >= ENOUGH && went * 5 >= of * 4;
        }

        String words() {
            return "最近 " + of + " 件同类问题有 " + went + " 件交给该单位";
        }
    }

    /** 责任 — a unit that answers for the place, in words. */
    public record Duty(UUID unitId, String words) {}

    public static Optional<DispatchProposal> of(
            Optional<UUID> route, Optional<Habit> habit, List<Duty> duties, List<UUID> refusedBy) {
        Optional<DispatchProposal> byRoute = route.filter(unit -> !refusedBy.contains(unit))
                .map(unit -> new DispatchProposal(
                        unit,
                        Ground.ROUTE,
                        "本市设定的默认责任单位"
                                + habit.filter(each -> each.unitId().equals(unit))
                                        .map(each -> "；" + each.words())
                                        .orElse("")));
        return byRoute.or(() -> habit.filter(Habit::isStrong)
                        .filter(each -> !refusedBy.contains(each.unitId()))
                        .map(each -> new DispatchProposal(each.unitId(), Ground.HISTORY, each.words())))
                .or(() -> duties.stream()
                        .filter(each -> !refusedBy.contains(each.unitId()))
                        .findFirst()
                        .map(each -> new DispatchProposal(each.unitId(), Ground.DUTY, each.words())));
    }
}
