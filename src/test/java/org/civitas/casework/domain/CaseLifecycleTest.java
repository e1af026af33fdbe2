package org.civitas.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.civitas.casework.domain.AssertRule.assertBreaks;
import static org.civitas.casework.domain.CaseFixture.CITY_MANAGEMENT;
import static org.civitas.casework.domain.CaseFixture.COMMUNITY;
import static org.civitas.casework.domain.CaseFixture.OFFICE;
import static org.civitas.casework.domain.CaseFixture.OFFICE_TOO;
import static org.civitas.casework.domain.CaseFixture.STREET;
import static org.civitas.casework.domain.CaseFixture.found;
import static org.civitas.casework.domain.CaseFixture.of;
import static org.civitas.casework.domain.CaseFixture.order;
import static org.civitas.casework.domain.CaseFixture.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.civitas.calendar.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseLifecycleTest {

    static Stream<CaseLifecycle.Transition> rows() {
        return CaseLifecycle.TABLE.stream();
    }

    static Stream<Arguments> pairsOutsideTheTable() {
        List<CaseState> states = new ArrayList<>(Arrays.asList(CaseState.values()));
        states.add(null);
        return states.stream()
                .flatMap(state -> Arrays.stream(CaseCommand.values())
                        .filter(command -> rows().noneMatch(row -> row.from() == state && row.command() == command))
                        .map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_of_the_table_can_be_lived(CaseLifecycle.Transition row) {
        if (row.from() == null) {
            CaseStep first = give(
                    row.command(), CaseDesk.empty(OFFICE, CaseFixture.aCase().now()), null);
            assertThat(CaseFile.rebuild(List.of(first)).state()).isEqualTo(row.to());
            return;
        }
        CaseFixture before = prepared(row);
        CaseStep step = give(row.command(), before.desk(actor(row.command())), before);
        assertThat(step.from()).isEqualTo(row.from());
        assertThat(before.file().after(step).state()).isEqualTo(row.to());
    }

    @ParameterizedTest(name = "in {0} there is no {1}")
    @MethodSource("pairsOutsideTheTable")
    void every_pair_outside_the_table_is_refused(CaseState state, CaseCommand command) {
        assertBreaks("case.command.not-possible", () -> {
            if (state == null) {
                CaseLifecycle.next(null, command);
            } else {
                CaseFixture before = CaseFixture.in(state);
                give(command, before.desk(actor(command)), before);
            }
        });
    }

    @Test
    void the_table_and_the_pairs_outside_it_are_all_pairs() {
        long all = (CaseState.values().length + 1L) * CaseCommand.values().length;
        assertThat(rows().count() + pairsOutsideTheTable().count()).isEqualTo(all);
        assertThat(rows().map(row -> row.from() + "/" + row.command())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_command_that_needs_words_is_refused_without_them(CaseLifecycle.Transition row) {
        if (row.from() == null || !row.command().needsWords()) {
            return;
        }
        CaseFixture before = prepared(row);
        CaseDesk desk = before.desk(actor(row.command()));
        assertBreaks("case.words.missing", () -> {
            switch (row.command()) {
                case DISMISS -> desk.dismiss(" ");
                case REFUSE -> desk.refuse("", "依据");
                case RECALL -> desk.recall("");
                case HAND_IN -> desk.handIn("", picture());
                case SEND_BACK -> desk.sendBack("");
                case SUBMIT -> desk.submit("", picture());
                case FAIL -> desk.fail("");
                case PROPOSE_ANNUL -> desk.proposeAnnul("");
                default -> throw new AssertionError(row.command());
            }
        });
    }

    private static CaseFixture prepared(CaseLifecycle.Transition row) {
        CaseFixture before = CaseFixture.in(row.from());
        return switch (row.command()) {
            case CONFIRM_ANNUL, REJECT_ANNUL -> before.as(OFFICE_TOO, desk -> desk.proposeAnnul("误报"));
            case HAND_IN -> before.assigned(CITY_MANAGEMENT, STREET);
            case SEND_BACK -> before.assigned(CITY_MANAGEMENT, STREET).handedIn(STREET);
            default -> before;
        };
    }

    private static StepActor actor(CaseCommand command) {
        return switch (command) {
            case SIGN, REFUSE, ASSIGN, SEND_BACK, SUBMIT -> of(CITY_MANAGEMENT);
            case HAND_IN -> of(STREET);
            default -> OFFICE;
        };
    }

    private static CaseStep give(CaseCommand command, CaseDesk desk, CaseFixture before) {
        return switch (command) {
            case REPORT -> desk.report("占道经营", found());
            case FIND -> desk.find("占道经营", found());
            case SEEN_AGAIN -> desk.seenAgain("仍在", found());
            case ACCEPT -> desk.accept("");
            case DISMISS -> desk.dismiss("不属实");
            case DISPATCH -> desk.dispatch("", order(CITY_MANAGEMENT, TimeLimit.workingDays(3)));
            case SIGN -> desk.sign("");
            case REFUSE -> desk.refuse("不属本单位职责", "三定方案第二条");
            case RECALL -> desk.recall("责任单位有误");
            case ASSIGN -> desk.assign("", COMMUNITY, before.now().plus(Duration.ofHours(20)));
            case HAND_IN -> desk.handIn("已清理", picture());
            case SEND_BACK -> desk.sendBack("照片不清");
            case SUBMIT -> desk.submit("已整改", picture());
            case PASS -> desk.pass("");
            case FAIL -> desk.fail("仍有杂物");
            case PROPOSE_ANNUL -> desk.proposeAnnul("误报");
            case CONFIRM_ANNUL -> desk.confirmAnnul("");
            case REJECT_ANNUL -> desk.rejectAnnul("");
        };
    }
}
