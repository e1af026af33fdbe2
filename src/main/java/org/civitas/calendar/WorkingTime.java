package org.civitas.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * 工作时间 — arithmetic over the hours that offices work; an immutable value, the same question has the same answer.
 *
 * <p>A year without a decree is reported as unknown: its weekdays count as working days and what is computed with it is
 * 暂定. The first day of a limit in working days is the next working day after the start; it ends at closing time.
 */
public final class WorkingTime {

    /** All civil time of the product. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** No calendar question of the product reaches further than this; it stops a wrong date from walking for ever. */
    private static final int MOST_DAYS = 40_000;

    private final Set<Integer> knownYears = new HashSet<>();
    private final Map<LocalDate, HolidayDecree.Day> special = new HashMap<>();
    private final OfficeHours hours;

    private WorkingTime(Collection<HolidayDecree> decrees, OfficeHours hours) {
        this.hours = hours;
        for (HolidayDecree decree : decrees) {
            knownYears.add(decree.year());
            decree.days().forEach(day -> special.put(day.date(), day));
        }
    }

    public static WorkingTime of(Collection<HolidayDecree> decrees, OfficeHours hours) {
        return new WorkingTime(decrees, hours);
    }

    /** Whether the holiday decree of this year has been loaded. */
    public boolean isKnown(int year) {
        return knownYears.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        HolidayDecree.Day exception = special.get(day);
        if (exception != null) {
            return !exception.off();
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    public OfficeHours officeHours() {
        return hours;
    }

    /** When a limit that starts at {@code start} ends. */
    public Deadline deadline(Instant start, TimeLimit limit) {
        Instant at = switch (limit.unit()) {
            case NATURAL_HOURS -> start.plus(Duration.ofHours(limit.amount()));
            case WORKING_HOURS -> plus(start, Duration.ofHours(limit.amount()));
            case WORKING_DAYS -> closingAfter(start, limit.amount());
        };
        return new Deadline(at, touchesUnknownYear(start, at));
    }

    /** Whether a moment between the two lies in a year without decree. */
    public boolean touchesUnknownYear(Instant from, Instant to) {
        int last = day(to).getYear();
        for (int year = day(from).getYear(); year <= last; year++) {
            if (!isKnown(year)) {
                return true;
            }
        }
        return false;
    }

    /** Working time from one moment to another; negative if {@code to} is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                sum = sum.plus(workedWithin(day, from, to));
            }
        }
        return sum;
    }

    /** The first moment at which {@code worked} has been worked since {@code from}; goes back if it is negative. */
    public Instant plus(Instant from, Duration worked) {
        if (worked.isZero()) {
            return from;
        }
        return worked.isNegative() ? back(from, worked.negated()) : forward(from, worked);
    }

    private Instant forward(Instant from, Duration worked) {
        Duration left = worked;
        LocalDate day = day(from);
        for (int walked = 0; walked < MOST_DAYS; walked++, day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                continue;
            }
            for (OfficeHours.Span span : hours.spans()) {
                Instant opens = later(at(day, span.opens()), from);
                Instant closes = at(day, span.closes());
                if (!opens.isBefore(closes)) {
                    continue;
                }
                Duration here = Duration.between(opens, closes);
                if (left.compareTo(here) <= 0) {
                    return opens.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("no end of " + worked + " after " + from);
    }

    private Instant back(Instant from, Duration worked) {
        Duration left = worked;
        LocalDate day = day(from);
        for (int walked = 0; walked < MOST_DAYS; walked++, day = day.minusDays(1)) {
            if (!isWorkingDay(day)) {
                continue;
            }
            for (OfficeHours.Span span : hours.spans().reversed()) {
                Instant opens = at(day, span.opens());
                Instant closes = earlier(at(day, span.closes()), from);
                if (!opens.isBefore(closes)) {
                    continue;
                }
                Duration here = Duration.between(opens, closes);
                if (left.compareTo(here) <= 0) {
                    return closes.minus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("no beginning of " + worked + " before " + from);
    }

    private Instant closingAfter(Instant start, int workingDays) {
        LocalDate day = day(start);
        for (int counted = 0, walked = 0; walked < MOST_DAYS; walked++) {
            day = day.plusDays(1);
            if (isWorkingDay(day) && ++counted == workingDays) {
                return at(day, hours.lastClosing());
            }
        }
        throw new IllegalStateException("no end of " + workingDays + " working days after " + start);
    }

    private Duration workedWithin(LocalDate day, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (OfficeHours.Span span : hours.spans()) {
            Instant opens = later(at(day, span.opens()), from);
            Instant closes = earlier(at(day, span.closes()), to);
            if (opens.isBefore(closes)) {
                sum = sum.plus(Duration.between(opens, closes));
            }
        }
        return sum;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
