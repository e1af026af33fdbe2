package org.civitas.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionFixture;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionState;
import org.civitas.standard.GeneratedEditions;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.domain.EditionDifference.Change;
import org.junit.jupiter.api.Test;

class EditionComparisonTest {

    private static List<EditionDifference> changed(Consumer<EditionFixture> how) {
        EditionFixture after = new EditionFixture();
        how.accept(after);
        return EditionComparison.between(new EditionFixture().content(), after.content());
    }

    @Test
    void an_edition_does_not_differ_from_itself() {
        assertThat(changed(e -> {})).isEmpty();
        for (long seed = 1; seed <= 50; seed++) {
            EditionContent content = GeneratedEditions.of(seed);
            assertThat(EditionComparison.between(content, content))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void what_is_new_and_what_is_gone_are_told_as_a_whole() {
        List<EditionDifference> differences = changed(e -> {
            e.nodes.set(2, new Node("1.3", "1", true, "照明完好率", Points.of("1")));
            e.requirements.set(1, EditionFixture.requirement("1.3-1", "1.3", Method.DATA, "1", null));
            e.items.remove(1);
            e.mappings.add(
                    new EditionMapping(EditionMapping.Kind.CRITERION, "1.1", "另", "2.2", EditionMapping.Fit.PART, ""));
        });
        assertThat(differences)
                .extracting(EditionDifference::subject, EditionDifference::code, EditionDifference::change)
                .containsExactly(
                        tuple("标准", "1.3", Change.ADDED),
                        tuple("标准", "1.2", Change.GONE),
                        tuple("要求", "1.3-1", Change.ADDED),
                        tuple("要求", "1.2-1", Change.GONE),
                        tuple("检查项", "小区-03-01", Change.GONE),
                        tuple("对应", "1.1→另 2.2", Change.ADDED));
        assertThat(differences.getFirst().before()).isEmpty();
        assertThat(differences.getFirst().after()).contains("照明完好率", "标准分值：1");
    }

    @Test
    void a_new_wording_is_marked_sign_by_sign() {
        EditionDifference difference = changed(
                        e -> e.nodes.set(1, new Node("1.1", "1", true, "楼道整洁畅通，无2处以上堆物", Points.of("2"))))
                .getFirst();
        assertThat(difference.change()).isEqualTo(Change.REWORDED);
        assertThat(difference.field()).isEqualTo("标准内容");
        assertThat(difference.pieces())
                .extracting(TextPiece::kind, TextPiece::text)
                .containsExactly(
                        tuple(TextPiece.Kind.SAME, "楼道"),
                        tuple(TextPiece.Kind.NEW, "整洁"),
                        tuple(TextPiece.Kind.SAME, "畅通"),
                        tuple(TextPiece.Kind.NEW, "，无2处以上堆物"));
    }

    @Test
    void other_points_another_place_and_another_rule_are_told_apart() {
        List<EditionDifference> differences = changed(e -> {
            e.nodes.add(1, new Node("1.0", "1", false, "居住环境", Points.of("3")));
            e.nodes.set(2, new Node("1.1", "1.0", true, "楼道畅通", Points.of("2.5")));
            e.requirements.set(
                    0,
                    EditionFixture.requirement(
                            "1.1-1",
                            "1.1",
                            Method.SITE,
                            "2.5",
                            RuleFormula.parse(org.civitas.standard.RuleType.DEDUCT, "每处扣0.5")));
        });
        assertThat(differences)
                .extracting(
                        EditionDifference::subject,
                        EditionDifference::change,
                        EditionDifference::field,
                        EditionDifference::before,
                        EditionDifference::after)
                .contains(
                        tuple("标准", Change.MOVED, "上级编码", "1", "1.0"),
                        tuple("标准", Change.REPOINTED, "标准分值", "2", "2.5"),
                        tuple("要求", Change.REPOINTED, "要求分值", "2", "2.5"))
                .anySatisfy(t -> assertThat(t.toList()).contains("要求", Change.CHANGED, "计分规则"));
    }

    @Test
    void the_same_words_under_another_code_are_no_loss_and_what_follows_from_it_is_not_told_again() {
        List<EditionDifference> differences = changed(e -> {
            e.nodes.set(1, new Node("1.9", "1", true, "楼道畅通", Points.of("2")));
            e.requirements.set(
                    0,
                    EditionFixture.requirement(
                            "1.9-1",
                            "1.9",
                            Method.SITE,
                            "2",
                            new EditionFixture().requirements.getFirst().rule()));
            e.items.set(0, EditionFixture.item("小区-01-01", ObservationKind.COUNT, "处", "1.9-1"));
        });
        assertThat(differences)
                .extracting(
                        EditionDifference::subject,
                        EditionDifference::change,
                        EditionDifference::before,
                        EditionDifference::after)
                .containsExactly(
                        tuple("标准", Change.RECODED, "1.1", "1.9"), tuple("要求", Change.RECODED, "1.1-1", "1.9-1"));
    }

    @Test
    void turned_round_new_becomes_gone_and_the_pieces_of_a_wording_make_up_both() {
        for (long seed = 1; seed <= 200; seed++) {
            EditionContent one = GeneratedEditions.of(seed).as(edition("甲"));
            EditionContent two = GeneratedEditions.of(seed + 1).as(edition("甲"));
            List<EditionDifference> there = EditionComparison.between(one, two);
            List<EditionDifference> back = EditionComparison.between(two, one);
            assertThat(count(there, Change.ADDED)).as("seed %d", seed).isEqualTo(count(back, Change.GONE));
            assertThat(count(there, Change.REPOINTED)).as("seed %d", seed).isEqualTo(count(back, Change.REPOINTED));
            assertThat(there).allSatisfy(d -> {
                assertThat(joined(d, TextPiece.Kind.NEW)).isEqualTo(d.before());
                assertThat(joined(d, TextPiece.Kind.GONE)).isEqualTo(d.after());
            });
        }
    }

    @Test
    void versions_of_different_indexes_are_not_compared() {
        EditionContent content = new EditionFixture().content();
        assertThatThrownBy(() -> EditionComparison.between(content, content.as(edition("另一套"))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, f -> assertThat(f.code()).isEqualTo("edition.compare.other-index"));
    }

    private static long count(List<EditionDifference> differences, Change change) {
        return differences.stream().filter(d -> d.change() == change).count();
    }

    private static String joined(EditionDifference difference, TextPiece.Kind without) {
        return difference.pieces().stream()
                .filter(p -> p.kind() != without)
                .map(TextPiece::text)
                .collect(Collectors.joining());
    }

    private static Edition edition(String code) {
        return new Edition(new UUID(0, 2), code, 2, "甲", "城市", "", EditionState.DRAFT, 0);
    }
}
