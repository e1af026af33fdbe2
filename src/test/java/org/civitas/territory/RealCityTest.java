package org.civitas.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.application.ImportAreaTree;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real city is opened and filled with its published area tree. */
@CityTest
class RealCityTest {

    private static final CityCode SUQIAN = new CityCode("321300");

    @Autowired
    private CityOnboarding onboarding;

    @Autowired
    private ImportAreaTree importTree;

    @Autowired
    private Areas areas;

    @Test
    void suqianIsFilledWithSixDistricts109StreetsAnd1440CommunitiesOnceAndNoOther() {
        onboarding.open(SUQIAN, "宿迁市");
        CurrentCity.run(SUQIAN, () -> {
            List<Long> steps = new ArrayList<>();
            int added = importTree.load("3213", (done, total, words) -> steps.add(done));
            assertThat(added).isEqualTo(1 + 6 + 109 + 1440);
            assertThat(steps).isSorted().endsWith((long) added).hasSizeGreaterThan(3);
            assertThat(areas.ofLevel(AreaLevel.COUNTY, "3213")).hasSize(6);
            assertThat(areas.ofLevel(AreaLevel.STREET, "3213")).hasSize(109);
            assertThat(areas.ofLevel(AreaLevel.COMMUNITY, "3213")).hasSize(1440);
            assertThat(areas.byCode("321371").orElseThrow().kind()).isEqualTo(AreaKind.COUNTY_ZONE);
            assertThat(areas.namePath("321302001001")).isEqualTo("宿迁市/宿城区/幸福街道/凤凰居委会");
            assertThat(areas.cityContains(new GeoPoint(118.275, 33.963))).isTrue();
            assertThat(areas.cityContains(new GeoPoint(120.3, 31.57))).isFalse();
            assertThat(importTree.load("3213", (done, total, words) -> {})).isZero();
            assertThat(catchThrowableOfType(
                                    RuleViolation.class, () -> importTree.load("3201", (done, total, words) -> {}))
                            .code())
                    .isEqualTo("area.import.other-city");
        });
        assertThat(areas.root()).isEmpty();
    }
}
