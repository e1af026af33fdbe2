package org.civitas.platform.burden;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.UnitsInScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class BurdenController {

    /** What one unit was asked for in one week (Monday named). */
    record BurdenWeekView(LocalDate week, UUID unitId, String kind, String cause, long requests) {}

    private final JdbcClient jdbc;
    private final UnitsInScope units;

    BurdenController(JdbcClient jdbc, UnitsInScope units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Allow(Permission.BURDEN_READ)
    @Operation(summary = "各单位每周承受的任务、文书、填表、照片要求数")
    @GetMapping("/api/burden-weeks")
    List<BurdenWeekView> weeks(CurrentUser user, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return jdbc.sql("""
                        select date_trunc('week', on_day)::date as week, unit_id, kind, cause, count(*) as requests
                        from burden_entry where on_day between :from and :to and unit_id = any(:units)
                        group by 1, 2, 3, 4 order by 1 desc, requests desc, unit_id, kind, cause limit 5000
                        """)
                .param("from", from)
                .param("to", to)
                .param("units", units.of(user.scope()).toArray(UUID[]::new))
                .query(BurdenWeekView.class)
                .list();
    }
}
