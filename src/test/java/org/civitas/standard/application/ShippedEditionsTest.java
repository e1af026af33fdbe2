package org.civitas.standard.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.shared.Points;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.workbook.EditionWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three shipped editions beside each other: one set of check items and of evidence serves all of them. */
class ShippedEditionsTest {

    private static final ExampleFiles FILES = new ExampleFiles();

    static List<String> keys() {
        return FILES.keys();
    }

    @Test
    void a_city_a_county_and_a_minors_edition_are_shipped() {
        assertThat(keys()).containsExactly("city", "county", "minors");
        assertThat(criteria("county")).hasSizeBetween(60, 120);
        assertThat(criteria("minors")).hasSizeBetween(20, 60);
    }

    private static Set<String> criteria(String key) {
        return FILES.read(key).nodes().stream()
                .filter(Node::criterion)
                .map(Node::code)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_has_a_hundred_points_all_six_methods_and_no_fault(String key) {
        EditionContent edition = FILES.read(key);
        assertThat(EditionRule.check(edition)).isEmpty();
        assertThat(edition.full()).isEqualTo(Points.of("100"));
        assertThat(edition.requirements())
                .extracting(org.civitas.standard.Requirement::method)
                .contains(Method.values());
        assertThat(edition.requirements()).allSatisfy(r -> assertThat(r.rule()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_says_which_evidence_is_wanted_for_material_and_where_figures_and_opinions_come_from(String key) {
        Set<Method> handedIn = Set.of(Method.MATERIAL, Method.DATA, Method.OPINION, Method.VETO);
        assertThat(FILES.read(key).requirements().stream().filter(r -> handedIn.contains(r.method())))
                .allSatisfy(
                        r -> assertThat(r.evidence()).as(r.code()).isNotBlank().hasSizeLessThanOrEqualTo(120));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_comes_back_from_its_workbook_as_it_was(String key, @TempDir Path folder) throws IOException {
        EditionContent edition = FILES.read(key);
        Path file = folder.resolve("体系.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            EditionWorkbook.write(edition, out);
        }
        EditionWorkbook.Reading reading = EditionWorkbook.read(file);
        assertThat(reading.faults()).isEmpty();
        EditionContent read = Objects.requireNonNull(reading.content());
        assertThat(read.nodes()).isEqualTo(edition.nodes());
        assertThat(read.requirements()).isEqualTo(edition.requirements());
        assertThat(read.checkItems()).isEqualTo(edition.checkItems());
        assertThat(read.mappings()).containsExactlyInAnyOrderElementsOf(edition.mappings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"county", "minors"})
    void the_smaller_ones_take_their_check_items_from_the_city_and_name_the_criteria_they_correspond_to(String key) {
        EditionContent city = FILES.read();
        EditionContent small = FILES.read(key);
        var items = city.checkItems().stream().collect(Collectors.toMap(CheckItem::code, Function.identity()));
        assertThat(small.checkItems())
                .allSatisfy(item -> assertThat(items.get(item.code()))
                        .extracting(CheckItem::text, CheckItem::faults, CheckItem::exemption)
                        .containsExactly(item.text(), item.faults(), item.exemption()));
        Set<String> own = criteria(key);
        Set<String> others = criteria("city");
        assertThat(small.mappings()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(mapping -> {
            assertThat(mapping.kind()).isEqualTo(EditionMapping.Kind.CRITERION);
            assertThat(own).contains(mapping.code());
            assertThat(others).contains(mapping.otherCode());
        });
    }
}
