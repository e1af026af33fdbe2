package org.civitas.standard.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleType;
import org.civitas.standard.UsualFault;
import org.junit.jupiter.api.Test;

/** What the words of the shipped editions must keep to, so that an inspector can use them on the spot. */
class ExampleContentTest {

    /** Words that fill a sentence and judge nothing. */
    private static final Pattern EMPTY_WORDS =
            Pattern.compile("进一步|大力|切实|扎实|高度重视|不断提升|有效推进|全面加强|积极开展|营造.{0,6}氛围|等等|相关工作|…|TODO|xxx");

    private final EditionContent city = new ExampleFiles().read();

    private static Stream<String> criteria(EditionContent edition) {
        return edition.nodes().stream().filter(Node::criterion).map(Node::name);
    }

    @Test
    void the_city_edition_has_nine_items_and_more_than_120_criteria_38_types_of_sites_and_300_check_items() {
        assertThat(city.nodes().stream().filter(n -> n.parentCode() == null)).hasSize(9);
        assertThat(criteria(city)).hasSizeGreaterThanOrEqualTo(120);
        assertThat(city.siteTypes()).hasSize(38);
        assertThat(city.checkItems()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(city.requirements().stream().map(Requirement::method).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Method.values());
    }

    @Test
    void every_rule_of_the_product_is_used_under_the_methods_that_it_may_stand_under() {
        assertThat(city.requirements())
                .allSatisfy(r -> assertThat(r.rule())
                        .isNotNull()
                        .satisfies(rule -> assertThat(rule.type().methods()).contains(r.method())));
        assertThat(city.requirements().stream()
                        .map(r -> Objects.requireNonNull(r.rule()).type())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RuleType.values());
    }

    @Test
    void no_sentence_stands_twice() {
        assertThat(criteria(city)).doesNotHaveDuplicates();
        assertThat(city.nodes()).extracting(Node::code).doesNotHaveDuplicates();
        assertThat(city.checkItems()).extracting(CheckItem::code).doesNotHaveDuplicates();
        assertThat(city.checkItems()).extracting(CheckItem::text).doesNotHaveDuplicates();
    }

    @Test
    void no_sentence_is_empty_or_full_of_empty_words() {
        List<String> sentences = new ArrayList<>(criteria(city).toList());
        city.siteTypes().forEach(type -> sentences.add(type.route()));
        city.checkItems().forEach(item -> {
            sentences.add(item.text());
            sentences.add(item.look());
            sentences.addAll(item.grades());
            item.faults().forEach(fault -> sentences.add(fault.text()));
        });
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(sentence)
                        .isNotBlank()
                        .hasSizeGreaterThanOrEqualTo(2)
                        .doesNotContainPattern(EMPTY_WORDS)
                        .doesNotContain("  "));
    }

    @Test
    void a_check_item_is_read_at_a_glance_and_its_faults_are_chosen_by_one_tap() {
        assertThat(city.checkItems()).allSatisfy(item -> {
            assertThat(item.text()).hasSizeLessThanOrEqualTo(40);
            assertThat(item.look()).hasSizeLessThanOrEqualTo(60);
            assertThat(item.exemption()).hasSizeLessThanOrEqualTo(60);
            assertThat(item.faults()).extracting(UsualFault::text).doesNotHaveDuplicates();
            assertThat(item.faults())
                    .hasSizeBetween(3, 6)
                    .allSatisfy(fault -> assertThat(fault.text()).hasSizeLessThanOrEqualTo(18));
        });
    }

    @Test
    void a_visit_takes_at_most_twenty_check_items() {
        assertThat(city.siteTypes())
                .allSatisfy(type -> assertThat(city.checkItemsOf(type.code()))
                        .as(type.name())
                        .hasSizeBetween(5, 20));
    }

    @Test
    void enough_check_items_say_what_does_not_count_and_many_need_a_picture() {
        assertThat(city.checkItems().stream().filter(item -> !item.exemption().isBlank()))
                .hasSizeGreaterThanOrEqualTo(250);
        assertThat(city.checkItems().stream().filter(CheckItem::pictureNeeded)).hasSizeGreaterThanOrEqualTo(200);
    }
}
