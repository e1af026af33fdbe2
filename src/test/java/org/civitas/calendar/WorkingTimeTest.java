package org.civitas.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.calendar.CalendarFixture.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.civitas.calendar.application.DecreeFile;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private final WorkingTime calendar = CalendarFixture.calendar();

    @ParameterizedTest(name = "{0}: {1} days off and {2} make-up days are named")
    @CsvSource({"2020,30,7", "2021,31,7", "2022,31,7", "2023,27,7", "2024,28,8", "2025,28,5", "2026,33,6"})
    void every_year_of_the_data_has_its_days_off_and_make_up_days(int year, int off, int madeUp) {
        HolidayDecree decree = DecreeFile.bundled().stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .orElseThrow();
        assertThat(decree.days().stream().filter(HolidayDecree.Day::off)).hasSize(off);
        assertThat(decree.days().stream().filter(day -> !day.off())).hasSize(madeUp);
        assertThat(decree.papers()).isNotEmpty();
        assertThat(calendar.isKnown(year)).isTrue();
    }

    @Test
    void every_named_day_of_every_year_is_taken_over_and_make_up_days_fall_on_weekends() {
        for (HolidayDecree decree : DecreeFile.bundled()) {
            for (HolidayDecree.Day day : decree.days()) {
                assertThat(calendar.isWorkingDay(day.date())).as("%s", day).isEqualTo(!day.off());
                boolean longFestivalOfTheEpidemic = day.date().equals(LocalDate.of(2020, 2, 3));
                if (!day.off() && !longFestivalOfTheEpidemic) {
                    assertThat(day.date().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2021,250", "2023,249", "2024,251", "2025,248"})
    void the_working_days_of_a_year_add_up_to_the_published_number(int year, int expected) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorkingDay))
                .hasSize(expected);
    }

    @Test
    void a_decree_may_name_a_day_of_the_year_before() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 12, 31))).isFalse();
    }

    @ParameterizedTest(name = "{0} + {1} {2} → {3}")
    @CsvSource({
        "2026-11-20T14:05, 24, NATURAL_HOURS, 2026-11-21T14:05",
        "2026-11-20T14:05, 3, WORKING_HOURS, 2026-11-20T17:05",
        "2026-11-20T11:00, 2, WORKING_HOURS, 2026-11-20T14:30",
        "2026-11-20T16:30, 4, WORKING_HOURS, 2026-11-23T12:00",
        "2026-11-20T12:30, 1, WORKING_HOURS, 2026-11-20T14:30",
        "2026-11-21T08:00, 1, WORKING_HOURS, 2026-11-23T10:00",
        "2026-11-20T06:00, 7, WORKING_HOURS, 2026-11-20T17:30",
        "2026-11-20T08:00, 1, WORKING_DAYS, 2026-11-23T17:30",
        "2026-11-20T14:05, 3, WORKING_DAYS, 2026-11-25T17:30",
        "2026-11-21T10:00, 1, WORKING_DAYS, 2026-11-23T17:30",
        "2025-09-30T15:00, 1, WORKING_DAYS, 2025-10-09T17:30",
        "2025-09-26T15:00, 1, WORKING_DAYS, 2025-09-28T17:30",
        "2025-10-10T15:00, 1, WORKING_DAYS, 2025-10-11T17:30",
        "2025-12-31T16:30, 2, WORKING_HOURS, 2026-01-04T10:00",
        "2020-12-31T10:00, 1, WORKING_DAYS, 2021-01-04T17:30",
        "2024-02-09T17:00, 1, WORKING_HOURS, 2024-02-18T09:30"
    })
    void a_limit_becomes_a_moment(String start, int amount, LimitUnit unit, String expected) {
        Deadline deadline = calendar.deadline(at(start), new TimeLimit(amount, unit));
        assertThat(deadline).isEqualTo(new Deadline(at(expected), false));
    }

    @Test
    void a_deadline_in_a_year_without_decree_is_provisional_and_counts_its_weekdays() {
        assertThat(calendar.isKnown(2027)).isFalse();
        assertThat(calendar.deadline(at("2026-12-31T10:00"), TimeLimit.workingDays(1)))
                .isEqualTo(new Deadline(at("2027-01-01T17:30"), true));
        assertThat(calendar.deadline(at("2026-12-30T10:00"), TimeLimit.workingDays(1))
                        .provisional())
                .isFalse();
    }

    @Test
    void the_decree_of_2027_once_loaded_moves_the_deadline_and_makes_it_final() {
        List<HolidayDecree> decrees = new ArrayList<>(DecreeFile.bundled());
        decrees.add(new HolidayDecree(
                2027, List.of(), List.of(new HolidayDecree.Day(LocalDate.of(2027, 1, 1), "元旦", true))));
        assertThat(WorkingTime.of(decrees, OfficeHours.DEFAULT)
                        .deadline(at("2026-12-31T10:00"), TimeLimit.workingDays(1)))
                .isEqualTo(new Deadline(at("2027-01-04T17:30"), false));
    }

    @Test
    void working_time_between_moments_skips_nights_weekends_and_noon() {
        assertThat(calendar.between(at("2026-11-20T11:00"), at("2026-11-23T10:00")))
                .isEqualTo(Duration.ofHours(6));
        assertThat(calendar.between(at("2026-11-23T10:00"), at("2026-11-20T11:00")))
                .isEqualTo(Duration.ofHours(-6));
        assertThat(calendar.between(at("2026-11-21T00:00"), at("2026-11-22T23:00")))
                .isZero();
    }

    @Test
    void going_forward_and_back_is_the_inverse_of_measuring() {
        long seed = 20261120L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Instant first = at("2020-01-02T00:00");
        for (int i = 0; i < 3_000; i++) {
            Instant start = first.plusSeconds(random.nextLong(6L * 365 * 24 * 3600));
            Duration worked = Duration.ofMinutes(1 + random.nextInt(20_000));
            Instant end = calendar.plus(start, worked);
            assertThat(calendar.between(start, end))
                    .as("%s + %s", start, worked)
                    .isEqualTo(worked);
            Instant begin = calendar.plus(start, worked.negated());
            assertThat(calendar.between(begin, start))
                    .as("%s - %s", start, worked)
                    .isEqualTo(worked);
        }
    }

    @Test
    void longer_limits_never_end_earlier() {
        Instant start = at("2025-01-20T09:00");
        for (LimitUnit unit : LimitUnit.values()) {
            Instant before = start;
            for (int amount = 1; amount < 120; amount++) {
                Instant end =
                        calendar.deadline(start, new TimeLimit(amount, unit)).at();
                assertThat(end).isAfter(before);
                before = end;
            }
        }
    }

    @Test
    void office_hours_must_be_in_order_and_apart() {
        var morning = new OfficeHours.Span(LocalTime.of(8, 30), LocalTime.of(12, 0));
        var late = new OfficeHours.Span(LocalTime.of(11, 0), LocalTime.of(18, 0));
        assertRule("calendar.hours.overlap", () -> new OfficeHours(List.of(morning, late)));
        assertRule("calendar.hours.empty", () -> new OfficeHours(List.of()));
        assertRule("calendar.hours.reversed", () -> new OfficeHours.Span(LocalTime.NOON, LocalTime.of(9, 0)));
        assertThat(OfficeHours.DEFAULT.perDay()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void a_wrong_holiday_file_is_refused_in_words() {
        assertRule("calendar.decree.not-json", () -> DecreeFile.read("<html>"));
        assertRule("calendar.decree.year", () -> DecreeFile.read("{}"));
        assertRule("calendar.decree.empty", () -> DecreeFile.read("{\"year\":2027,\"days\":[]}"));
        assertRule(
                "calendar.decree.day",
                () -> DecreeFile.read("{\"year\":2027,\"days\":[{\"date\":\"1月1日\",\"isOffDay\":true}]}"));
        assertRule(
                "calendar.decree.foreign-day",
                () -> DecreeFile.read("{\"year\":2027,\"days\":[{\"date\":\"2024-01-01\",\"isOffDay\":true}]}"));
        assertRule("calendar.limit.out-of-range", () -> TimeLimit.workingDays(0));
    }

    private static void assertRule(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
