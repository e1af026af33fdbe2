package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.AssignedUnits.Ground;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionFixture;
import org.civitas.standard.EditionState;
import org.civitas.standard.Requirement;
import org.civitas.standard.domain.Reassignment.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecomposingTest {

    private static final UUID BUREAU = new UUID(0, 11);
    private static final UUID OTHER = new UUID(0, 12);
    private static final UUID THIRD = new UUID(0, 13);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final EditionContent content = new EditionFixture().content(EditionState.IN_USE);
    private final String first = content.requirements().getFirst().code();
    private final String item = content.checkItems().getFirst().code();

    private static DecompositionLine line(
            AssignedKind kind, String code, int number, LocalDate from, @Nullable UUID lead, UUID... cos) {
        return new DecompositionLine(kind, code, number, from, lead, List.of(cos));
    }

    private DecomposedEdition on(LocalDate day, DecompositionLine... lines) {
        return Decomposing.on(content, new DecompositionLines(List.of(lines)), day, code -> null);
    }

    @Test
    void nobody_answers_for_what_nothing_was_said_of_and_the_gap_is_counted() {
        DecomposedEdition decomposed = on(MAY);
        assertThat(decomposed.requirements().values()).containsOnly(AssignedUnits.NOBODY);
        assertThat(decomposed.gaps().requirements())
                .isEqualTo(content.requirements().size());
        assertThat(decomposed.gaps().checkItems())
                .isEqualTo(content.checkItems().size());
        assertThat(decomposed.gaps().siteTypes()).isEqualTo(content.siteTypes().size());
        assertThat(decomposed.gaps().criteria()).isEqualTo((int) content.requirements().stream()
                .map(Requirement::criterionCode)
                .distinct()
                .count());
    }

    @Test
    void a_later_day_takes_over_and_an_earlier_day_still_knows_who_answered_then() {
        var lines = new DecompositionLine[] {
            line(AssignedKind.REQUIREMENT, first, 1, MAY, BUREAU, THIRD),
            line(AssignedKind.REQUIREMENT, first, 2, JULY, OTHER)
        };
        assertThat(on(MAY.minusDays(1), lines)
                        .of(AssignedKind.REQUIREMENT, first)
                        .lead())
                .isNull();
        assertThat(on(JULY.minusDays(1), lines).of(AssignedKind.REQUIREMENT, first))
                .isEqualTo(new AssignedUnits(BUREAU, List.of(THIRD), Ground.OWN, MAY));
        assertThat(on(JULY, lines).of(AssignedKind.REQUIREMENT, first))
                .isEqualTo(new AssignedUnits(OTHER, List.of(), Ground.OWN, JULY));
    }

    @Test
    void of_two_records_of_one_day_the_later_one_holds() {
        assertThat(on(
                                MAY,
                                line(AssignedKind.REQUIREMENT, first, 2, MAY, OTHER),
                                line(AssignedKind.REQUIREMENT, first, 1, MAY, BUREAU))
                        .of(AssignedKind.REQUIREMENT, first)
                        .lead())
                .isEqualTo(OTHER);
    }

    @Test
    void a_check_item_answers_by_itself_then_by_its_type_of_site_then_by_the_requirement_it_serves() {
        String served = content.checkItems().getFirst().requirementCodes().getFirst();
        var byRequirement = line(AssignedKind.REQUIREMENT, served, 1, MAY, BUREAU);
        var byType = line(AssignedKind.SITE_TYPE, "小区", 1, MAY, OTHER);
        var own = line(AssignedKind.CHECK_ITEM, item, 1, MAY, THIRD);
        assertThat(on(MAY, byRequirement).of(AssignedKind.CHECK_ITEM, item))
                .isEqualTo(new AssignedUnits(BUREAU, List.of(), Ground.BY_REQUIREMENT, MAY));
        assertThat(on(MAY, byRequirement, byType)
                        .of(AssignedKind.CHECK_ITEM, item)
                        .lead())
                .isEqualTo(OTHER);
        assertThat(on(MAY, byRequirement, byType, own).of(AssignedKind.CHECK_ITEM, item))
                .isEqualTo(new AssignedUnits(THIRD, List.of(), Ground.OWN, MAY));
    }

    @Test
    void naming_nobody_for_an_item_gives_it_back_to_its_type() {
        var byType = line(AssignedKind.SITE_TYPE, "小区", 1, MAY, OTHER);
        var own = line(AssignedKind.CHECK_ITEM, item, 1, MAY, THIRD);
        var none = line(AssignedKind.CHECK_ITEM, item, 2, JULY, null);
        assertThat(on(JULY, byType, own, none).of(AssignedKind.CHECK_ITEM, item).lead())
                .isEqualTo(OTHER);
    }

    @Test
    void a_helper_alone_is_still_a_gap() {
        assertThat(on(MAY, line(AssignedKind.REQUIREMENT, first, 1, MAY, null, OTHER))
                        .gaps()
                        .requirements())
                .isEqualTo(content.requirements().size());
    }

    @Test
    void what_was_seen_is_the_number_of_the_last_record_that_still_stands() {
        var lines = new DecompositionLines(List.of(
                line(AssignedKind.REQUIREMENT, first, 1, MAY, BUREAU),
                line(AssignedKind.REQUIREMENT, first, 4, JULY, OTHER)));
        assertThat(lines.seen(AssignedKind.REQUIREMENT, first)).isEqualTo(4);
        assertThat(lines.seen(AssignedKind.CHECK_ITEM, first)).isZero();
        assertThat(lines.next(AssignedKind.REQUIREMENT, first, MAY)
                        .orElseThrow()
                        .lead())
                .isEqualTo(OTHER);
    }

    @Test
    void each_step_changes_only_what_it_names() {
        AssignedUnits now = new AssignedUnits(BUREAU, List.of(OTHER), Ground.OWN, MAY);
        assertThat(new Reassignment(Step.SET_LEAD, OTHER, List.of()).apply(now))
                .isEqualTo(new Reassignment.Outcome(OTHER, List.of()));
        assertThat(new Reassignment(Step.ADD_CO, null, List.of(THIRD, BUREAU)).apply(now))
                .isEqualTo(new Reassignment.Outcome(BUREAU, List.of(OTHER, THIRD)));
        assertThat(new Reassignment(Step.REMOVE, null, List.of(BUREAU)).apply(now))
                .isEqualTo(new Reassignment.Outcome(null, List.of(OTHER)));
        assertThat(new Reassignment(Step.SET, THIRD, List.of(BUREAU)).apply(now))
                .isEqualTo(new Reassignment.Outcome(THIRD, List.of(BUREAU)));
        assertThat(new Reassignment(Step.CLEAR, null, List.of()).apply(now))
                .isEqualTo(new Reassignment.Outcome(null, List.of()));
        assertThatThrownBy(() -> new Reassignment(Step.SET_LEAD, null, List.of()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("decomposition.lead.missing"));
        assertThatThrownBy(() -> new Reassignment(Step.ADD_CO, null, List.of()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("decomposition.units.missing"));
    }
}
