package org.civitas.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.civitas.casework.domain.AssertRule.assertBreaks;
import static org.civitas.casework.domain.CaseFixture.CITY_MANAGEMENT;
import static org.civitas.casework.domain.CaseFixture.COMMUNITY;
import static org.civitas.casework.domain.CaseFixture.COUNTY_OFFICE;
import static org.civitas.casework.domain.CaseFixture.OFFICE;
import static org.civitas.casework.domain.CaseFixture.OFFICE_TOO;
import static org.civitas.casework.domain.CaseFixture.STREET;
import static org.civitas.casework.domain.CaseFixture.TRAFFIC_POLICE;
import static org.civitas.casework.domain.CaseFixture.aCase;
import static org.civitas.casework.domain.CaseFixture.in;
import static org.civitas.casework.domain.CaseFixture.of;
import static org.civitas.casework.domain.CaseFixture.order;
import static org.civitas.casework.domain.CaseFixture.picture;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class CaseDeskTest {

    private static final StepFacts.Mended NOTHING_SHOWN = new StepFacts.Mended(List.of(), "");

    @Test
    void only_the_lead_unit_signs_refuses_and_submits() {
        CaseDesk stranger = in(CaseState.DISPATCHED).desk(of(TRAFFIC_POLICE));
        assertBreaks("case.unit.not-lead", () -> stranger.sign(""));
        assertBreaks("case.unit.not-lead", () -> stranger.refuse("不归我管", "文件"));
        assertBreaks(
                "case.unit.not-lead",
                () -> in(CaseState.HANDLING).desk(of(TRAFFIC_POLICE)).submit("已整改", picture()));
    }

    @Test
    void the_lead_unit_can_not_be_co_unit_as_well() {
        assertBreaks(
                "case.dispatch.lead-is-co-unit",
                () -> aCase().desk(OFFICE)
                        .dispatch(
                                "",
                                new StepFacts.Dispatched(
                                        STREET, List.of(STREET), TimeLimit.workingDays(1), false, false)));
    }

    @Test
    void a_refusal_names_its_basis() {
        assertBreaks(
                "case.refuse.basis-missing",
                () -> in(CaseState.DISPATCHED).desk(of(CITY_MANAGEMENT)).refuse("不归我管", " "));
    }

    @Test
    void after_two_refusals_over_all_units_the_next_dispatch_is_a_ruling_that_can_not_be_refused() {
        CaseFixture ruled = aCase().dispatchedTo(CITY_MANAGEMENT)
                .refused()
                .dispatchedTo(TRAFFIC_POLICE)
                .refused()
                .dispatchedTo(CITY_MANAGEMENT);
        assertThat(ruled.file().mustHandle().ruling()).isTrue();
        assertBreaks("case.refuse.ruling", ruled::refused);
    }

    @Test
    void a_recall_is_not_a_refusal() {
        CaseFixture recalled = aCase().dispatchedTo(CITY_MANAGEMENT).as(OFFICE, desk -> desk.recall("派错单位"));
        assertThat(recalled.file().refusals()).isZero();
        assertThat(recalled.file().handling()).isNull();
    }

    @Test
    void a_picture_is_asked_for_only_where_the_type_needs_it_and_a_link_may_stand_in() {
        CaseFixture needed = in(CaseState.HANDLING);
        assertBreaks(
                "case.submit.picture-missing",
                () -> needed.desk(of(CITY_MANAGEMENT)).submit("已整改", NOTHING_SHOWN));
        assertThat(needed.desk(of(CITY_MANAGEMENT))
                        .submit("已整改", new StepFacts.Mended(List.of(), "云城管〔2026〕12号"))
                        .to())
                .isEqualTo(CaseState.SUBMITTED);
        CaseFixture notNeeded = aCase().as(
                        OFFICE,
                        desk -> desk.dispatch(
                                "",
                                new StepFacts.Dispatched(STREET, List.of(), TimeLimit.workingDays(1), false, false)))
                .signed();
        assertThat(notNeeded.desk(of(STREET)).submit("已整改", NOTHING_SHOWN).to()).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void work_goes_down_two_levels_and_comes_back_level_by_level() {
        CaseFixture down = aCase().dispatchedTo(COUNTY_OFFICE)
                .signed()
                .assigned(COUNTY_OFFICE, STREET)
                .assigned(STREET, COMMUNITY);
        assertThat(down.file().mustHandle().holder()).isEqualTo(COMMUNITY);
        assertThat(down.file().mustHandle().handlers()).containsExactly(COUNTY_OFFICE, STREET, COMMUNITY);
        assertBreaks("case.hand-in.not-assigned", () -> down.handedIn(STREET));

        down.handedIn(COMMUNITY);
        assertThat(down.file().mustHandle().holder()).isEqualTo(STREET);
        down.as(of(STREET), desk -> desk.sendBack("照片不清"));
        assertThat(down.file().mustHandle().holder()).isEqualTo(COMMUNITY);

        down.handedIn(COMMUNITY).handedIn(STREET);
        assertThat(down.file().mustHandle().holder()).isEqualTo(COUNTY_OFFICE);
        assertBreaks("case.send-back.nothing", () -> down.desk(of(STREET)).sendBack("再改"));
        assertThat(down.submitted().file().state()).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void the_lead_unit_stays_answerable_and_may_submit_or_assign_anew_at_any_time() {
        CaseFixture down = aCase().dispatchedTo(COUNTY_OFFICE)
                .signed()
                .assigned(COUNTY_OFFICE, STREET)
                .assigned(STREET, COMMUNITY);
        down.assigned(COUNTY_OFFICE, COMMUNITY);
        assertThat(down.file().mustHandle().handlers()).containsExactly(COUNTY_OFFICE, COMMUNITY);
        assertThat(down.submitted().file().mustHandle().leadUnit()).isEqualTo(COUNTY_OFFICE);
    }

    @Test
    void work_is_not_passed_upwards_nor_by_strangers_nor_into_the_past() {
        CaseFixture down = aCase().dispatchedTo(COUNTY_OFFICE).signed().assigned(COUNTY_OFFICE, STREET);
        assertBreaks("case.assign.upwards", () -> down.assigned(STREET, COUNTY_OFFICE));
        assertBreaks("case.assign.upwards", () -> down.assigned(STREET, STREET));
        assertBreaks("case.assign.not-holder", () -> down.assigned(TRAFFIC_POLICE, COMMUNITY));
        assertBreaks("case.assign.deadline-past", () -> down.desk(of(STREET)).assign("", COMMUNITY, down.now()));
        assertBreaks("case.unit.missing", () -> down.desk(OFFICE).assign("", COMMUNITY, down.now()));
    }

    @Test
    void nobody_verifies_the_work_of_their_own_unit_at_any_level() {
        CaseFixture waiting = aCase().dispatchedTo(COUNTY_OFFICE)
                .signed()
                .assigned(COUNTY_OFFICE, STREET)
                .handedIn(STREET)
                .submitted();
        assertBreaks(
                "case.verify.same-unit", () -> waiting.desk(of(COUNTY_OFFICE)).pass(""));
        assertBreaks("case.verify.same-unit", () -> waiting.desk(of(STREET)).fail("不行"));
        StepActor samePersonWithoutUnit = new StepActor(of(COUNTY_OFFICE).accountId(), "兼职", null);
        assertBreaks(
                "case.verify.same-person",
                () -> waiting.desk(samePersonWithoutUnit).pass(""));
        assertThat(waiting.desk(of(TRAFFIC_POLICE)).pass("").to()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void each_failed_verification_counts_as_a_rework() {
        CaseFixture twice = in(CaseState.SUBMITTED).failed().submitted().failed();
        assertThat(twice.file().reworks()).isEqualTo(2);
        assertThat(twice.file().submitter()).isNull();
    }

    @Test
    void an_annulment_needs_a_second_person() {
        assertBreaks("case.annul.not-proposed", () -> aCase().desk(OFFICE).confirmAnnul(""));
        CaseFixture proposed = aCase().as(OFFICE, desk -> desk.proposeAnnul("误报"));
        assertBreaks("case.annul.same-person", () -> proposed.desk(OFFICE).confirmAnnul(""));
        assertBreaks(
                "case.annul.already-proposed", () -> proposed.desk(OFFICE_TOO).proposeAnnul("误报"));
        CaseFixture kept = proposed.as(OFFICE_TOO, desk -> desk.rejectAnnul("属实"));
        assertThat(kept.file().annulProposer()).isNull();
        assertThat(kept.file().state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void a_problem_seen_again_is_counted_apart_and_changes_nothing_else() {
        CaseFixture seen = in(CaseState.HANDLING);
        CaseFile before = seen.file();
        CaseFile after = seen.as(OFFICE, desk -> desk.seenAgain("仍在", CaseFixture.found()))
                .file();
        assertThat(after.seenAgain()).isEqualTo(1);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.handling()).isEqualTo(before.handling());
    }

    @Test
    void a_step_that_does_not_follow_is_not_taken() {
        CaseFixture signed = in(CaseState.HANDLING);
        assertThatThrownBy(() -> signed.file().after(signed.timeline().getLast()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_any_sequence_of_commands_the_case_rebuilt_from_its_timeline_is_the_case() {
        long seed = 20261120L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int taken = 0;
        for (int story = 0; story < 200; story++) {
            CaseFixture told = random.nextBoolean() ? aCase() : CaseFixture.reported();
            CaseFile followed = told.file();
            for (int turn = 0; turn < 25; turn++) {
                told.later(Duration.ofMinutes(random.nextInt(600)));
                CaseStep step = randomStep(told, random);
                if (step != null) {
                    followed = followed.after(step);
                    told.as(OFFICE, desk -> step);
                    assertThat(told.file()).isEqualTo(followed);
                    assertThat(followed.state()).isEqualTo(CaseLifecycle.next(step.from(), step.command()));
                    assertThat(told.hasClock()).isEqualTo(followed.handling() != null);
                    taken++;
                }
            }
        }
        assertThat(taken).isGreaterThan(700);
    }

    private static CaseStep randomStep(CaseFixture told, Random random) {
        List<StepActor> people =
                List.of(OFFICE, OFFICE_TOO, of(CITY_MANAGEMENT), of(TRAFFIC_POLICE), of(STREET), of(COMMUNITY));
        CaseDesk desk = told.desk(people.get(random.nextInt(people.size())));
        List<UUID> units = List.of(CITY_MANAGEMENT, TRAFFIC_POLICE, STREET, COMMUNITY);
        UUID unit = units.get(random.nextInt(units.size()));
        try {
            return switch (CaseCommand.values()[random.nextInt(CaseCommand.values().length)]) {
                case REPORT, FIND -> null;
                case SEEN_AGAIN -> desk.seenAgain("", CaseFixture.found());
                case ACCEPT -> desk.accept("");
                case DISMISS -> random.nextInt(8) == 0 ? desk.dismiss("不属实") : null;
                case DISPATCH -> desk.dispatch("", order(unit, TimeLimit.workingHours(1 + random.nextInt(40))));
                case SIGN -> desk.sign("");
                case REFUSE -> desk.refuse("不归", "文件");
                case RECALL -> desk.recall("派错");
                case ASSIGN -> desk.assign("", unit, told.now().plus(Duration.ofHours(3)));
                case HAND_IN -> desk.handIn("好了", picture());
                case SEND_BACK -> desk.sendBack("不清");
                case SUBMIT -> desk.submit("好了", picture());
                case PASS -> random.nextInt(3) == 0 ? desk.pass("") : null;
                case FAIL -> desk.fail("不行");
                case PROPOSE_ANNUL -> desk.proposeAnnul("误报");
                case CONFIRM_ANNUL -> random.nextInt(5) == 0 ? desk.confirmAnnul("") : null;
                case REJECT_ANNUL -> desk.rejectAnnul("");
            };
        } catch (RuleViolation refused) {
            return null;
        }
    }
}
