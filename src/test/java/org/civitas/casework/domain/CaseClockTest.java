package org.civitas.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.calendar.CalendarFixture.at;
import static org.civitas.casework.domain.CaseFixture.CITY_MANAGEMENT;
import static org.civitas.casework.domain.CaseFixture.OFFICE;
import static org.civitas.casework.domain.CaseFixture.TRAFFIC_POLICE;
import static org.civitas.casework.domain.CaseFixture.aCase;

import java.time.Duration;
import org.civitas.calendar.TimeLimit;
import org.junit.jupiter.api.Test;

class CaseClockTest {

    private static CaseFixture dispatchedMonday(TimeLimit limit) {
        return aCase().when("2026-11-16T10:00").dispatchedTo(CITY_MANAGEMENT, limit);
    }

    @Test
    void it_starts_at_dispatch_and_not_at_signing() {
        CaseFixture story = dispatchedMonday(TimeLimit.workingDays(3));
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-19T17:30"));
        assertThat(story.when("2026-11-18T09:00").signed().clock().deadlineAt()).isEqualTo(at("2026-11-19T17:30"));
        assertThat(story.clock().signDueAt()).isEqualTo(at("2026-11-16T15:30"));
    }

    @Test
    void without_a_dispatch_there_is_no_clock_and_a_refusal_or_recall_takes_it_away() {
        assertThat(aCase().hasClock()).isFalse();
        assertThat(dispatchedMonday(TimeLimit.workingDays(1)).refused().hasClock())
                .isFalse();
        CaseFixture recalled = dispatchedMonday(TimeLimit.workingDays(1)).as(OFFICE, desk -> desk.recall("派错"));
        assertThat(recalled.hasClock()).isFalse();
        assertThat(recalled.when("2026-11-18T10:00")
                        .dispatchedTo(TRAFFIC_POLICE, TimeLimit.workingDays(1))
                        .clock()
                        .deadlineAt())
                .isEqualTo(at("2026-11-19T17:30"));
    }

    @Test
    void it_rests_while_the_result_waits_and_goes_on_from_there_after_a_rework() {
        CaseFixture story = dispatchedMonday(TimeLimit.workingHours(10)).signed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-17T14:30"));
        story.when("2026-11-16T15:30").submitted();
        assertThat(story.clock().stoppedAt()).isEqualTo(at("2026-11-16T15:30"));
        assertThat(story.clock().used()).isEqualTo(Duration.ofHours(4));

        story.when("2026-11-18T09:00").failed();
        assertThat(story.clock().stoppedAt()).isNull();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-18T16:30"));
        assertThat(story.when("2026-11-18T16:30").submitted().clock().stoppedInTime())
                .isTrue();
    }

    @Test
    void limits_in_natural_hours_run_by_night_and_rest_too() {
        CaseFixture story = dispatchedMonday(TimeLimit.naturalHours(24)).signed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-17T10:00"));
        assertThat(story.clock().warnAt()).isEqualTo(at("2026-11-17T04:00"));
        story.when("2026-11-16T22:00").submitted().when("2026-11-20T00:00").failed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-20T12:00"));
        assertThat(story.clock().warnAt()).isEqualTo(at("2026-11-20T06:00"));
    }

    @Test
    void a_rework_may_bring_an_allowance() {
        CasePolicy generous = new CasePolicy(2, TimeLimit.workingHours(2), TimeLimit.workingHours(4));
        CaseFixture story =
                dispatchedMonday(TimeLimit.workingHours(4)).under(generous).signed();
        story.when("2026-11-16T15:30").submitted().when("2026-11-17T09:00").failed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-17T11:00"));
    }

    @Test
    void a_late_submission_stays_late_after_the_rework() {
        CaseFixture story = dispatchedMonday(TimeLimit.workingHours(4)).signed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-16T15:30"));
        story.when("2026-11-16T16:30").submitted();
        assertThat(story.clock().stoppedInTime()).isFalse();
        story.when("2026-11-18T11:00").failed();
        assertThat(story.clock().deadlineAt()).isEqualTo(at("2026-11-18T10:00"));
        assertThat(story.clock().urgency(at("2026-11-18T11:00"))).isEqualTo(Urgency.OVERDUE);
    }

    @Test
    void it_turns_near_at_three_quarters_then_overdue_then_long_overdue() {
        CaseClock clock = dispatchedMonday(TimeLimit.workingHours(8)).clock();
        assertThat(clock.warnAt()).isEqualTo(at("2026-11-16T17:30"));
        assertThat(clock.deadlineAt()).isEqualTo(at("2026-11-17T11:00"));
        assertThat(clock.urgency(at("2026-11-16T17:29"))).isEqualTo(Urgency.NORMAL);
        assertThat(clock.urgency(at("2026-11-16T17:30"))).isEqualTo(Urgency.NEAR);
        assertThat(clock.urgency(clock.deadlineAt())).isEqualTo(Urgency.NEAR);
        assertThat(clock.urgency(clock.deadlineAt().plusSeconds(1))).isEqualTo(Urgency.OVERDUE);
        assertThat(clock.longOverdueAt()).isEqualTo(at("2026-11-20T17:30"));
        assertThat(clock.urgency(at("2026-11-20T17:31"))).isEqualTo(Urgency.LONG_OVERDUE);
    }

    @Test
    void at_rest_the_colour_is_that_of_the_moment_it_stopped() {
        CaseFixture story = dispatchedMonday(TimeLimit.workingHours(8)).signed();
        CaseClock clock = story.when("2026-11-16T11:00").submitted().clock();
        assertThat(clock.urgency(at("2026-12-24T10:00"))).isEqualTo(Urgency.NORMAL);
    }

    @Test
    void over_the_turn_into_a_year_without_decree_it_is_provisional() {
        CaseFixture story = aCase().when("2026-12-30T10:00").dispatchedTo(CITY_MANAGEMENT, TimeLimit.workingDays(3));
        assertThat(story.clock().provisional()).isTrue();
        assertThat(dispatchedMonday(TimeLimit.workingDays(3)).clock().provisional())
                .isFalse();
    }
}
