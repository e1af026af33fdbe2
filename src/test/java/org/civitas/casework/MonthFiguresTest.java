package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.persistence.FigureTable;
import org.civitas.shared.Period;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@CityTest
class MonthFiguresTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    FigureTable figures;

    @Test
    void the_quick_way_to_how_things_stand_counts_as_the_full_figures_do() {
        TestCity city = beans.createBean(TestCity.class);
        city.build();
        city.found("乱堆物料");
        city.dispatched("占道经营", city.police);
        city.submitted("公厕不洁", city.cityManagement);
        var late = city.dispatched("路灯不亮", city.cityManagement);
        city.jdbc
                .sql(
                        "update case_cycle set dispatched_at = now() - interval '9 days', deadline_at = now() - interval '2 hours'"
                                + " where case_id = :id")
                .param("id", late)
                .update();
        var annulled = city.dispatched("井盖破损", city.police);
        city.jdbc
                .sql("update case_file set state = 'ANNULLED' where id = :id")
                .param("id", annulled)
                .update();
        LocalDate today = LocalDate.ofInstant(Instant.now(), WorkingTime.ZONE);
        var query = new FigureQuery(
                city.area.substring(0, 4), null, null, new Period(today.minusDays(30), today), Instant.now());
        FigureSet full = figures.total(query);
        FigureSet quick = figures.stand(query);
        assertThat(quick)
                .isEqualTo(
                        FigureSet.standing(full.found(), full.mended(), full.due(), full.onTime(), full.overdueOpen()));
        assertThat(full.found()).isEqualTo(4);
        assertThat(full.overdueOpen()).isEqualTo(1);
    }
}
