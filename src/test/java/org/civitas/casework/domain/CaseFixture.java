package org.civitas.casework.domain;

import static org.civitas.calendar.CalendarFixture.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.calendar.CalendarFixture;
import org.civitas.calendar.TimeLimit;

/** Tells the story of a case: {@code aCase().dispatchedTo(CITY_MANAGEMENT, workingDays(3)).signed().submitted()}. */
final class CaseFixture {

    static final UUID CITY_MANAGEMENT = new UUID(1, 1);
    static final UUID TRAFFIC_POLICE = new UUID(1, 2);
    static final UUID COUNTY_OFFICE = new UUID(1, 3);
    static final UUID STREET = new UUID(1, 4);
    static final UUID COMMUNITY = new UUID(1, 5);
    static final StepActor OFFICE = new StepActor(new UUID(2, 1), "创建办甲", null);
    static final StepActor OFFICE_TOO = new StepActor(new UUID(2, 2), "创建办乙", null);
    static final UUID PICTURE = new UUID(3, 1);

    private final List<CaseStep> timeline = new ArrayList<>();
    private CasePolicy policy = CasePolicy.DEFAULT;
    private Instant now = at("2026-11-16T09:00");

    static StepActor of(UUID unit) {
        return new StepActor(new UUID(9, unit.getLeastSignificantBits()), "经办人", unit);
    }

    static CaseFixture reported() {
        return new CaseFixture().first(desk -> desk.report("占道经营", found()));
    }

    /** Found by an inspection: accepted at once. */
    static CaseFixture aCase() {
        return new CaseFixture().first(desk -> desk.find("占道经营", found()));
    }

    static CaseFixture in(CaseState state) {
        return switch (state) {
            case REPORTED -> reported();
            case ACCEPTED -> aCase();
            case DISPATCHED -> aCase().dispatchedTo(CITY_MANAGEMENT);
            case HANDLING -> in(CaseState.DISPATCHED).signed();
            case SUBMITTED -> in(CaseState.HANDLING).submitted();
            case CLOSED -> in(CaseState.SUBMITTED).passed();
            case DISMISSED -> reported().as(OFFICE, desk -> desk.dismiss("不属实"));
            case ANNULLED ->
                aCase().as(OFFICE, desk -> desk.proposeAnnul("误报")).as(OFFICE_TOO, desk -> desk.confirmAnnul(""));
        };
    }

    static StepFacts.Found found() {
        return new StepFacts.Found(true, List.of(PICTURE), null);
    }

    static StepFacts.Mended picture() {
        return new StepFacts.Mended(List.of(PICTURE), "");
    }

    static StepFacts.Dispatched order(UUID lead, TimeLimit limit) {
        return new StepFacts.Dispatched(lead, List.of(), limit, false, true);
    }

    CaseFixture under(CasePolicy changed) {
        policy = changed;
        return this;
    }

    CaseFixture when(String local) {
        now = at(local);
        return this;
    }

    CaseFixture later(Duration by) {
        now = now.plus(by);
        return this;
    }

    CaseFixture dispatchedTo(UUID lead) {
        return dispatchedTo(lead, TimeLimit.workingDays(3));
    }

    CaseFixture dispatchedTo(UUID lead, TimeLimit limit) {
        return as(OFFICE, desk -> desk.dispatch("请整改", order(lead, limit)));
    }

    CaseFixture signed() {
        return as(of(file().mustHandle().leadUnit()), desk -> desk.sign(""));
    }

    CaseFixture refused() {
        return as(of(file().mustHandle().leadUnit()), desk -> desk.refuse("不属本单位职责", "三定方案第二条"));
    }

    CaseFixture assigned(UUID from, UUID to) {
        return as(of(from), desk -> desk.assign("请处理", to, now.plus(Duration.ofDays(1))));
    }

    CaseFixture handedIn(UUID by) {
        return as(of(by), desk -> desk.handIn("已清理", picture()));
    }

    CaseFixture submitted() {
        return as(of(file().mustHandle().leadUnit()), desk -> desk.submit("已整改", picture()));
    }

    CaseFixture passed() {
        return as(OFFICE, desk -> desk.pass("属实"));
    }

    CaseFixture failed() {
        return as(OFFICE, desk -> desk.fail("仍有杂物"));
    }

    CaseFixture as(StepActor actor, Function<CaseDesk, CaseStep> command) {
        timeline.add(command.apply(desk(actor)));
        return this;
    }

    CaseDesk desk(StepActor actor) {
        return CaseDesk.of(file(), policy, actor, now);
    }

    CaseFile file() {
        return CaseFile.rebuild(timeline);
    }

    List<CaseStep> timeline() {
        return timeline;
    }

    Instant now() {
        return now;
    }

    CaseClock clock() {
        return CaseClock.of(timeline, CalendarFixture.calendar(), policy).orElseThrow();
    }

    boolean hasClock() {
        return CaseClock.of(timeline, CalendarFixture.calendar(), policy).isPresent();
    }

    private CaseFixture first(Function<CaseDesk, CaseStep> command) {
        timeline.add(command.apply(CaseDesk.empty(OFFICE, now)));
        return this;
    }
}
