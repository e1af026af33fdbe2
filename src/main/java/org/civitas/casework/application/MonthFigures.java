package org.civitas.casework.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.FigureTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CityCode;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures of the month as they stand, for the first page of everybody. Where counting takes long, as with very many
 * cases, the answer is kept for a minute together with its moment, so that the list behind a figure still agrees with it.
 */
@Component
class MonthFigures {

    /** 统计现状 — the figures and the moment they hold for. */
    record Stand(FigureSet figures, Instant cutoff) {}

    private record Asked(
            CityCode city,
            CaseScope scope,
            String area,
            @Nullable UUID unit,
            LocalDate today) {}

    private static final Duration LONG = Duration.ofMillis(100);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final FigureTable figures;
    private final Map<Asked, Stand> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    MonthFigures(FigureTable figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** @param unit whose cases only; null for all of the user's scope */
    Stand of(CurrentUser user, @Nullable UUID unit, LocalDate today, Instant now) {
        Asked asked = new Asked(user.city(), CaseScope.of(user), user.scope().areaCode(), unit, today);
        Stand before = kept.get(asked);
        if (before != null && Duration.between(before.cutoff(), now).abs().compareTo(KEPT) < 0) {
            return before;
        }
        FigureQuery query = new FigureQuery(asked.area(), unit, null, new Period(today.withDayOfMonth(1), today), now);
        FigureTable within = figures.within(asked.scope());
        Stand stand = new Stand(unit == null ? within.stand(query) : within.total(query), now);
        kept.values().removeIf(old -> Duration.between(old.cutoff(), now).compareTo(KEPT) > 0);
        if (Duration.between(now, clock.instant()).compareTo(LONG) > 0) {
            kept.put(asked, stand);
        }
        return stand;
    }
}
