package org.civitas.territory.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.application.AreaCatalogue.Entry;
import org.junit.jupiter.api.Test;

class AreaCatalogueTest {

    private final AreaCatalogue catalogue = new AreaCatalogue();

    @Test
    void suqianHasSixDistrictsAndCountiesWithItsZoneAndAllStreetsAndVillages() {
        List<Entry> tree = catalogue.treeOf("3213");
        assertThat(tree.getFirst()).isEqualTo(new Entry("3213", "宿迁市"));
        Map<AreaLevel, Long> counts = tree.stream()
                .collect(Collectors.groupingBy(entry -> new AreaCode(entry.code()).level(), Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry(AreaLevel.CITY, 1L),
                        Map.entry(AreaLevel.COUNTY, 6L),
                        Map.entry(AreaLevel.STREET, 109L),
                        Map.entry(AreaLevel.COMMUNITY, 1440L));
        assertThat(tree).contains(new Entry("321371", "宿迁经济技术开发区"));
        assertThat(AreaKind.of(new AreaCode("321371"), "宿迁经济技术开发区")).isEqualTo(AreaKind.COUNTY_ZONE);
    }

    @Test
    void everyAreaOfEveryCityComesAfterTheAreaItLiesIn() {
        assertThat(catalogue.cities()).hasSize(13);
        for (Entry city : catalogue.cities()) {
            Set<String> seen = new HashSet<>();
            for (Entry entry : catalogue.treeOf(city.code())) {
                new AreaCode(entry.code())
                        .parent()
                        .ifPresent(parent -> assertThat(seen).contains(parent.value()));
                assertThat(seen.add(entry.code())).as("twice: %s", entry).isTrue();
            }
        }
    }

    @Test
    void theRoughExtentHoldsTheCityAndNotTheNextButOne() {
        assertThat(catalogue.extentOf("3213").orElseThrow().asOutline().contains(new GeoPoint(118.275, 33.963)))
                .isTrue();
        assertThat(catalogue.extentOf("3201").orElseThrow().asOutline().contains(new GeoPoint(118.275, 33.963)))
                .isFalse();
        assertThat(catalogue.extentOf("9901")).isEmpty();
        assertThat(catalogue.treeOf("99")).isEmpty();
    }
}
