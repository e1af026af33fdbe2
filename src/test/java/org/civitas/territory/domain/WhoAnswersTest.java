package org.civitas.territory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Answerable;
import org.civitas.territory.Answerable.Ground;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutySubject;
import org.civitas.territory.DutyTarget;
import org.junit.jupiter.api.Test;

class WhoAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID MARKET_BUREAU = Ids.next();
    private static final UUID CITY_BUREAU = Ids.next();
    private static final UUID DISTRICT = Ids.next();
    private static final UUID STREET = Ids.next();
    private static final UUID MARKET = Ids.next();
    private static final String STREET_CODE = "990101001";
    private static final DutySubject THE_MARKET = DutySubject.ofSite(MARKET, "market", STREET_CODE + "001", null, null);

    @Test
    void withoutAnyDutyTheTerritoryOfTheAreaAnswersAndNoDepartment() {
        Answerable answer = WhoAnswers.forSubject(THE_MARKET, TODAY, List.of(), STREET);
        assertThat(answer.department()).isEmpty();
        assertThat(answer.territory().orElseThrow()).isEqualTo(new Answerable.Answer(STREET, Ground.AREA_UNIT, null));
        assertThat(answer.covering()).isEmpty();
    }

    @Test
    void aTypeInTheSmallerAreaWinsOverTheSameTypeInTheCity() {
        Duty wholeCity = competent(CITY_BUREAU, new DutyTarget.OfType("market", new AreaCode("9901")));
        Duty district = competent(MARKET_BUREAU, new DutyTarget.OfType("market", new AreaCode("990101")));
        Answerable answer = WhoAnswers.forSubject(THE_MARKET, TODAY, List.of(wholeCity, district), null);
        assertThat(answer.department().orElseThrow().unitId()).isEqualTo(MARKET_BUREAU);
        assertThat(answer.department().orElseThrow().ground()).isEqualTo(Ground.TYPE_DUTY);
        assertThat(answer.territory()).isEmpty();
    }

    @Test
    void aDutyForTheVerySiteWinsOverTheRegisterAndTheRegisterOverTheType() {
        Duty type = competent(CITY_BUREAU, new DutyTarget.OfType("market", new AreaCode("9901")));
        DutySubject registered = DutySubject.ofSite(MARKET, "market", STREET_CODE + "001", MARKET_BUREAU, STREET);
        Answerable byRegister = WhoAnswers.forSubject(registered, TODAY, List.of(type), DISTRICT);
        assertThat(byRegister.department().orElseThrow().unitId()).isEqualTo(MARKET_BUREAU);
        assertThat(byRegister.department().orElseThrow().ground()).isEqualTo(Ground.SITE_REGISTER);
        assertThat(byRegister.territory().orElseThrow().unitId()).isEqualTo(STREET);

        Duty verySite = competent(CITY_BUREAU, new DutyTarget.OfSite(MARKET, new AreaCode(STREET_CODE)));
        Answerable bySite = WhoAnswers.forSubject(registered, TODAY, List.of(type, verySite), DISTRICT);
        assertThat(bySite.department().orElseThrow().ground()).isEqualTo(Ground.SITE_DUTY);
        assertThat(bySite.department().orElseThrow().duty()).isEqualTo(verySite);
    }

    @Test
    void aDutyOfAnotherTypeAnotherAreaOrAnotherSiteDoesNotCount() {
        List<Duty> elsewhere = List.of(
                competent(CITY_BUREAU, new DutyTarget.OfType("school", new AreaCode("9901"))),
                competent(CITY_BUREAU, new DutyTarget.OfArea(new AreaCode("990102"))),
                competent(CITY_BUREAU, new DutyTarget.OfSite(Ids.next(), new AreaCode(STREET_CODE))));
        assertThat(WhoAnswers.forSubject(THE_MARKET, TODAY, elsewhere, null).department())
                .isEmpty();
    }

    @Test
    void aDutyHoldsFromItsFirstToItsLastDayBothIncluded() {
        Duty year = new Duty(
                Ids.next(),
                DutyKind.RESPONSIBLE,
                new DutyTarget.OfArea(new AreaCode(STREET_CODE)),
                STREET,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31));
        assertThat(answers(year, LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(answers(year, LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(answers(year, LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(answers(year, LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void ofTwoDutiesAlikeTheLaterOneWins() {
        DutyTarget street = new DutyTarget.OfArea(new AreaCode(STREET_CODE));
        Duty early = from(LocalDate.of(2026, 1, 1), CITY_BUREAU, street);
        Duty late = from(LocalDate.of(2026, 6, 1), MARKET_BUREAU, street);
        assertThat(WhoAnswers.forSubject(THE_MARKET, TODAY, List.of(early, late), null)
                        .department()
                        .orElseThrow()
                        .unitId())
                .isEqualTo(MARKET_BUREAU);
        assertThat(WhoAnswers.forSubject(THE_MARKET, LocalDate.of(2026, 5, 31), List.of(early, late), null)
                        .department()
                        .orElseThrow()
                        .unitId())
                .isEqualTo(CITY_BUREAU);
    }

    @Test
    void allWhoCoverAPlaceAreNamedTheMostSpecificFirst() {
        Duty leader = person(DutyKind.LEADER_COVER, new DutyTarget.OfArea(new AreaCode("990101")));
        Duty head = person(DutyKind.SITE_HEAD, new DutyTarget.OfSite(MARKET, new AreaCode(STREET_CODE)));
        assertThat(WhoAnswers.forSubject(THE_MARKET, TODAY, List.of(leader, head), null)
                        .covering())
                .extracting(Answerable.Answer::duty)
                .containsExactly(head, leader);
    }

    @Test
    void aUnitIsToldWhatItAnswersForAndAPersonByTheAccount() {
        UUID account = Ids.next();
        Duty area = from(TODAY, STREET, new DutyTarget.OfArea(new AreaCode(STREET_CODE)));
        Duty mine = new Duty(
                Ids.next(),
                DutyKind.ROAD_HEAD,
                new DutyTarget.OfSite(MARKET, new AreaCode(STREET_CODE)),
                DISTRICT,
                "甲",
                null,
                account,
                TODAY,
                null);
        List<Duty> all = List.of(mine, area);
        assertThat(WhoAnswers.heldBy(STREET, null, TODAY, all)).containsExactly(area);
        assertThat(WhoAnswers.heldBy(null, account, TODAY, all)).containsExactly(mine);
        assertThat(WhoAnswers.heldBy(STREET, account, TODAY, all)).containsExactly(area, mine);
        assertThat(WhoAnswers.heldBy(STREET, account, TODAY.minusDays(1), all)).isEmpty();
    }

    @Test
    void aRoadHeadWithoutANameAndADutyThatEndsBeforeItBeginsAreRefused() {
        DutyTarget street = new DutyTarget.OfArea(new AreaCode(STREET_CODE));
        assertThat(catchThrowableOfType(
                                RuleViolation.class,
                                () -> new Duty(
                                        Ids.next(), DutyKind.ROAD_HEAD, street, STREET, null, null, null, TODAY, null))
                        .code())
                .isEqualTo("duty.person.missing");
        assertThat(catchThrowableOfType(
                                RuleViolation.class,
                                () -> new Duty(
                                        Ids.next(),
                                        DutyKind.RESPONSIBLE,
                                        street,
                                        STREET,
                                        null,
                                        null,
                                        null,
                                        TODAY,
                                        TODAY.minusDays(1)))
                        .code())
                .isEqualTo("duty.period.reversed");
    }

    private static boolean answers(Duty duty, LocalDate day) {
        return WhoAnswers.forSubject(THE_MARKET, day, List.of(duty), null)
                .territory()
                .isPresent();
    }

    private static Duty competent(UUID unit, DutyTarget target) {
        return from(LocalDate.of(2026, 1, 1), unit, target);
    }

    private static Duty from(LocalDate first, UUID unit, DutyTarget target) {
        return new Duty(Ids.next(), DutyKind.COMPETENT, target, unit, null, null, null, first, null);
    }

    private static Duty person(DutyKind kind, DutyTarget target) {
        return new Duty(Ids.next(), kind, target, DISTRICT, "甲", "副主任", null, LocalDate.of(2026, 1, 1), null);
    }
}
