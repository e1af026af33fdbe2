package org.civitas.territory.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.territory.Answerable;
import org.civitas.territory.Answerable.Answer;
import org.civitas.territory.Answerable.Ground;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyLine;
import org.civitas.territory.DutySubject;
import org.civitas.territory.DutyTarget;
import org.jspecify.annotations.Nullable;

/**
 * 谁负责 — who answers for a place on a day, and what a unit answers for.
 *
 * <p>The most specific ground wins: a duty for the very site, the site's own register, a duty for its type within an
 * area (the smaller area first), a duty for an area, and for 块 at last the unit to which the area belongs. Of two duties
 * alike the later one wins, for it was made knowing the earlier.
 */
public final class WhoAnswers {

    private static final Comparator<Duty> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    (Duty duty) -> groundOf(duty.target()))
            .thenComparing(duty -> -duty.target().area().value().length())
            .thenComparing(Duty::firstDay, Comparator.reverseOrder())
            .thenComparing(Duty::id);

    private WhoAnswers() {}

    /** @param areaUnit the nearest territorial unit of the subject's area, null when there is none */
    public static Answerable forSubject(
            DutySubject subject, LocalDate day, Collection<Duty> duties, @Nullable UUID areaUnit) {
        List<Duty> inForce = duties.stream()
                .filter(duty -> duty.holdsOn(day) && covers(duty.target(), subject))
                .sorted(MOST_SPECIFIC_FIRST)
                .toList();
        return new Answerable(
                first(inForce, DutyLine.DEPARTMENT, subject.departmentUnitId(), null),
                first(inForce, DutyLine.TERRITORY, subject.territorialUnitId(), areaUnit),
                inForce.stream()
                        .filter(duty -> duty.kind().line() == DutyLine.PERSON)
                        .map(WhoAnswers::byDuty)
                        .toList());
    }

    /** What a unit, or a person by account, answers for on a day; the largest area first. */
    public static List<Duty> heldBy(
            @Nullable UUID unitId, @Nullable UUID accountId, LocalDate day, Collection<Duty> duties) {
        return duties.stream()
                .filter(duty -> duty.holdsOn(day))
                .filter(duty -> isHolder(duty, unitId, accountId))
                .sorted(MOST_SPECIFIC_FIRST.reversed())
                .toList();
    }

    private static boolean isHolder(Duty duty, @Nullable UUID unitId, @Nullable UUID accountId) {
        return duty.unitId().equals(unitId)
                || duty.accountId() != null && duty.accountId().equals(accountId);
    }

    private static Optional<Answer> first(
            List<Duty> inForce, DutyLine line, @Nullable UUID registered, @Nullable UUID areaUnit) {
        Optional<Answer> named = inForce.stream()
                .filter(duty -> duty.kind().line() == line)
                .findFirst()
                .map(WhoAnswers::byDuty);
        if (registered != null
                && named.filter(a -> a.ground() == Ground.SITE_DUTY).isEmpty()) {
            return Optional.of(new Answer(registered, Ground.SITE_REGISTER, null));
        }
        if (named.isPresent() || areaUnit == null) {
            return named;
        }
        return Optional.of(new Answer(areaUnit, Ground.AREA_UNIT, null));
    }

    private static Answer byDuty(Duty duty) {
        return new Answer(duty.unitId(), groundOf(duty.target()), duty);
    }

    private static boolean covers(DutyTarget target, DutySubject subject) {
        return switch (target) {
            case DutyTarget.OfArea area -> subject.area().isWithin(area.area());
            case DutyTarget.OfSite site -> site.siteId().equals(subject.siteId());
            case DutyTarget.OfType type ->
                type.siteType().equals(subject.siteType()) && subject.area().isWithin(type.area());
        };
    }

    private static Ground groundOf(DutyTarget target) {
        return switch (target) {
            case DutyTarget.OfArea area -> Ground.AREA_DUTY;
            case DutyTarget.OfSite site -> Ground.SITE_DUTY;
            case DutyTarget.OfType type -> Ground.TYPE_DUTY;
        };
    }
}
