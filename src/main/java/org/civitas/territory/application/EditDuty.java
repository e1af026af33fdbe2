package org.civitas.territory.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Areas;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyPlaces;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewDuty;
import org.civitas.territory.Units;
import org.civitas.territory.application.DutyQueries.DutyView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a duty on somebody, or ends one; a duty is never rewritten, so that yesterday's answer stays true. */
@Service
public class EditDuty {

    private final Areas areas;
    private final Units units;
    private final DutyQueries duties;
    private final DutyPlaces places;
    private final TerritoryLoading loading;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    EditDuty(
            Areas areas,
            Units units,
            DutyQueries duties,
            DutyPlaces places,
            TerritoryLoading loading,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.areas = areas;
        this.units = units;
        this.duties = duties;
        this.places = places;
        this.loading = loading;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public void add(DataScope scope, Duty duty, String basis) {
        String area = duty.target().area().value();
        if (areas.byCode(area).isEmpty() || !scope.administers(area)) {
            throw new BadInput("areaCode", "没有区划 " + area + "，或它不在您的数据范围内。");
        }
        if (units.byId(duty.unitId()).isEmpty()) {
            throw new BadInput("unitId", "没有这个单位。");
        }
        checkPlace(duty.target());
        loading.duties(List.of(new NewDuty(duty, basis)));
    }

    private void checkPlace(DutyTarget target) {
        switch (target) {
            case DutyTarget.OfArea area -> {}
            case DutyTarget.OfType type -> {
                if (!places.typeNames().containsKey(type.siteType())) {
                    throw new BadInput("siteType", "没有点位类型“" + type.siteType() + "”，请从列表中选择。");
                }
            }
            case DutyTarget.OfSite site -> {
                DutyPlaces.Place place = places.byIds(List.of(site.siteId())).get(site.siteId());
                if (place == null || !place.areaCode().startsWith(site.area().value())) {
                    throw new BadInput("siteId", "没有这个点位，或它不在所选区划内。");
                }
            }
        }
    }

    /** The duty holds up to and including {@code lastDay}. */
    @Transactional
    public void end(DataScope scope, UUID id, LocalDate lastDay, int version) {
        DutyView duty =
                duties.one(id).filter(d -> scope.administers(d.areaCode())).orElseThrow(() -> new NotFound("责任"));
        if (lastDay.isBefore(duty.firstDay())) {
            throw new RuleViolation("duty.period.reversed", "责任从 " + duty.firstDay() + " 开始，结束日期不能早于这一天。");
        }
        int changed = jdbc.sql("update duty set last_day = ?, version = version + 1 where id = ? and version = ?")
                .params(lastDay, id, version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        audit.record("duty.end", "duty", id, Map.of("lastDay", lastDay.toString()));
    }
}
