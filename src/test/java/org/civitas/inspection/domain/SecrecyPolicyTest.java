package org.civitas.inspection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.civitas.inspection.domain.SecrecyPolicy.Guarded;
import org.civitas.inspection.domain.SecrecyPolicy.Viewer;
import org.junit.jupiter.api.Test;

class SecrecyPolicyTest {

    private static final UUID INSPECTOR = new UUID(0, 1);
    private static final UUID SOMEBODY = new UUID(0, 2);

    private final Guarded secretCityPlan = new Guarded("9901", "9901", false, Set.of(INSPECTOR));
    private final Guarded secretCountyPlan = new Guarded("990101", "990101", false, Set.of(INSPECTOR));

    @Test
    void the_city_office_sees_its_own_plans_and_those_of_its_counties() {
        Viewer cityOffice = new Viewer(SOMEBODY, true, "9901");
        assertThat(SecrecyPolicy.maySeePlan(secretCityPlan, cityOffice)).isTrue();
        assertThat(SecrecyPolicy.maySeePlan(secretCountyPlan, cityOffice)).isTrue();
    }

    @Test
    void a_county_office_sees_its_own_plan_but_not_the_citys_plan_over_its_area() {
        Viewer countyOffice = new Viewer(SOMEBODY, true, "990101");
        Guarded cityPlanOverTheCounty = new Guarded("990101", "9901", false, Set.of());
        assertThat(SecrecyPolicy.maySeePlan(secretCountyPlan, countyOffice)).isTrue();
        assertThat(SecrecyPolicy.maySeePlan(cityPlanOverTheCounty, countyOffice))
                .isFalse();
        assertThat(SecrecyPolicy.maySeeTask(cityPlanOverTheCounty, countyOffice))
                .isFalse();
    }

    @Test
    void an_inspector_sees_the_tasks_but_not_the_plan() {
        Viewer inspector = new Viewer(INSPECTOR, false, "9901");
        assertThat(SecrecyPolicy.maySeeTask(secretCityPlan, inspector)).isTrue();
        assertThat(SecrecyPolicy.maySeePlan(secretCityPlan, inspector)).isFalse();
    }

    @Test
    void an_inspected_role_sees_nothing_before_the_release_and_the_plan_after_it() {
        Viewer unit = new Viewer(SOMEBODY, false, "9901");
        assertThat(SecrecyPolicy.maySeePlan(secretCityPlan, unit)).isFalse();
        assertThat(SecrecyPolicy.maySeeTask(secretCityPlan, unit)).isFalse();
        assertThat(SecrecyPolicy.maySeePlan(new Guarded("9901", "9901", true, Set.of()), unit))
                .isTrue();
    }
}
