package org.civitas.demo.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.civitas.demo.chance.Draw;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class CityMapTest {

    private static final CityMap MAP = CityMap.drawn(new Draw(20260101));

    @Test
    void the_city_has_six_counties_ninety_streets_and_fourteen_hundred_communities() {
        assertThat(MAP.ofLevel(2))
                .extracting(Place::code)
                .containsExactly("990101", "990102", "990103", "990104", "990105", "990106");
        assertThat(MAP.ofLevel(3)).hasSize(90);
        assertThat(MAP.ofLevel(4)).hasSize(1400);
        assertThat(MAP.places()).extracting(Place::code).doesNotHaveDuplicates();
    }

    @Test
    void the_code_of_a_child_starts_with_the_code_of_its_parent() {
        Set<String> codes = MAP.places().stream().map(Place::code).collect(Collectors.toCollection(HashSet::new));
        assertThat(MAP.places()).filteredOn(place -> place.level() > 1).allSatisfy(place -> {
            assertThat(codes).contains(place.parentCode());
            assertThat(place.code()).startsWith(String.valueOf(place.parentCode()));
            assertThat(place.code()).hasSize(List.of(0, 4, 6, 9, 12).get(place.level()));
        });
    }

    @Test
    void children_fill_their_parent_and_do_not_overlap() {
        for (Place parent : MAP.places()) {
            List<Place> children = MAP.places().stream()
                    .filter(place -> parent.code().equals(place.parentCode()))
                    .toList();
            if (children.isEmpty()) {
                continue;
            }
            double sum = children.stream()
                    .mapToDouble(child -> child.boundary().getArea())
                    .sum();
            double whole = parent.boundary().getArea();
            assertThat(Math.abs(sum - whole) / whole).as(parent.name()).isLessThan(2e-3);
            Geometry outside =
                    children.getFirst().boundary().difference(parent.boundary().buffer(2e-5));
            assertThat(outside.isEmpty()).as(parent.name()).isTrue();
        }
    }

    @Test
    void there_are_twelve_hundred_sites_of_thirty_eight_types_each_inside_its_community() {
        List<Spot> spots = new SitePlan(new Draw(7), MAP).spots();
        assertThat(spots).hasSize(1200);
        assertThat(spots)
                .extracting(Spot::type)
                .satisfies(types -> assertThat(new HashSet<>(types)).hasSize(38));
        assertThat(spots).extracting(Spot::code).doesNotHaveDuplicates();
        assertThat(spots).extracting(Spot::name).doesNotHaveDuplicates();
        var byCode = MAP.byCode();
        assertThat(spots)
                .allSatisfy(spot -> assertThat(
                                byCode.get(spot.areaCode()).boundary().distance(Cells.SHAPES.createPoint(spot.at())))
                        .isLessThan(1e-9));
    }

    @Test
    void one_seed_makes_one_map_and_another_seed_another() {
        assertThat(CityMap.drawn(new Draw(20260101)).places().toString())
                .isEqualTo(MAP.places().toString());
        assertThat(CityMap.drawn(new Draw(20260102)).places().toString())
                .isNotEqualTo(MAP.places().toString());
    }
}
