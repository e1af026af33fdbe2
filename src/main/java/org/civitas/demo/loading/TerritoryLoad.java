package org.civitas.demo.loading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.CityMap;
import org.civitas.demo.geography.Place;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.StoryAccount;
import org.civitas.demo.story.StorySite;
import org.civitas.demo.story.StoryUnit;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Areas with boundaries, the base map, the 118 units and who answers for what. */
@Component
class TerritoryLoad {

    private static final String BASIS = "云川市创建工作任务分工表";

    private final TerritoryLoading territory;

    TerritoryLoad(TerritoryLoading territory) {
        this.territory = territory;
    }

    void load(Premise premise) {
        CityMap map = premise.map();
        territory.areas(map.places().stream()
                .map(place -> new TerritoryLoading.NewArea(
                        place.code(), place.name(), AreaKind.of(new AreaCode(place.code()), place.name())))
                .toList());
        territory.boundaries(map.places().stream()
                .map(place -> new TerritoryLoading.NewBoundary(place.code(), GeoJson.area(place.boundary())))
                .toList());
        territory.baseMap(
                map.roads().roads().stream()
                        .map(road -> new TerritoryLoading.NewRoad(road.name(), road.rank(), GeoJson.line(road.line())))
                        .toList(),
                map.waters().stream()
                        .map(water -> new TerritoryLoading.NewWater(water.name(), GeoJson.area(water.shape())))
                        .toList());
        territory.units(premise.cast().units().stream().map(TerritoryLoad::unit).toList());
        territory.duties(duties(premise));
    }

    private static Unit unit(StoryUnit unit) {
        return new Unit(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.bureau() ? UnitKind.BUREAU : UnitKind.TERRITORY,
                unit.areaCode(),
                unit.parentId(),
                true);
    }

    private static List<TerritoryLoading.NewDuty> duties(Premise premise) {
        Duties duties = new Duties(premise);
        AreaCode city = new AreaCode(CityMap.ROOT);
        for (String type : premise.cast().siteTypes()) {
            UUID competent = premise.cast().competent(type).id();
            duties.add(DutyKind.COMPETENT, new DutyTarget.OfType(type, city), competent, null, null, null);
        }
        for (Place street : premise.map().ofLevel(3)) {
            UUID office = premise.cast().territory(street.code()).id();
            duties.add(
                    DutyKind.RESPONSIBLE, new DutyTarget.OfArea(new AreaCode(street.code())), office, null, null, null);
        }
        for (StoryAccount leader : premise.cast().accounts()) {
            if (leader.role().equals("COVERING_LEADER")) {
                UUID county = premise.cast().territory(leader.areaCode()).id();
                DutyTarget target = new DutyTarget.OfArea(new AreaCode(leader.areaCode()));
                duties.add(DutyKind.LEADER_COVER, target, county, leader.name(), "包联领导", leader.id());
            }
        }
        for (StorySite site : premise.sites()) {
            DutyKind kind = head(site.type());
            if (kind != null) {
                DutyTarget target = new DutyTarget.OfSite(
                        site.id(), new AreaCode(site.spot().areaCode()));
                duties.add(kind, target, site.territory(), duties.person(), kind.label(), null);
            }
        }
        return duties.all;
    }

    private static @Nullable DutyKind head(String type) {
        return switch (type) {
            case "干道", "商业街", "背街" -> DutyKind.ROAD_HEAD;
            case "路口" -> DutyKind.POST_HEAD;
            case "市场", "公园", "小区", "楼道", "停车场", "转运站" -> DutyKind.SITE_HEAD;
            default -> null;
        };
    }

    /** The duties while they are gathered. */
    private static final class Duties {
        private final List<TerritoryLoading.NewDuty> all = new ArrayList<>();
        private final Premise premise;
        private final Draw draw;
        private final LocalDate from;

        Duties(Premise premise) {
            this.premise = premise;
            this.draw = premise.draw().branch("duties");
            this.from = premise.founded().atZone(WorkingTime.ZONE).toLocalDate();
        }

        String person() {
            return premise.cast().person(draw);
        }

        void add(
                DutyKind kind,
                DutyTarget target,
                UUID unit,
                @Nullable String name,
                @Nullable String title,
                @Nullable UUID account) {
            Duty duty = new Duty(draw.id(premise.founded()), kind, target, unit, name, title, account, from, null);
            all.add(new TerritoryLoading.NewDuty(duty, BASIS));
        }
    }
}
