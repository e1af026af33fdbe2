package org.civitas.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.CityMap;
import org.civitas.demo.geography.SitePlan;
import org.civitas.demo.geography.Spot;

/**
 * 演示城市设定 — everything that is there before the year begins: map, units, accounts, sites, pictures.
 *
 * @param until last moment of the story: the midnight with which its last day begins, so that nothing lies in the future
 */
public record Premise(
        Draw draw,
        LocalDate lastDay,
        Instant founded,
        Instant until,
        CityMap map,
        Cast cast,
        List<StorySite> sites,
        Album album) {

    public static final long SEED = 990100;

    public static Premise of(long seed, LocalDate lastDay) {
        Draw draw = new Draw(seed);
        Instant founded = months(lastDay)
                .getFirst()
                .minusMonths(1)
                .atDay(8)
                .atTime(9, 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
        Instant until = lastDay.atStartOfDay(WorkingTime.ZONE).toInstant();
        CityMap map = CityMap.drawn(draw.branch("map"));
        Cast cast = new Cast(draw.branch("cast"), map, founded);
        List<StorySite> sites = sites(draw.branch("sites"), map, cast, founded);
        return new Premise(draw, lastDay, founded, until, map, cast, sites, new Album(draw.branch("album"), founded));
    }

    private static List<StorySite> sites(Draw draw, CityMap map, Cast cast, Instant founded) {
        List<StorySite> sites = new ArrayList<>();
        for (Spot spot : new SitePlan(draw.branch("plan"), map).spots()) {
            UUID department = cast.competent(spot.type()).id();
            UUID territory = cast.territory(spot.areaCode().substring(0, 9)).id();
            sites.add(new StorySite(draw.id(founded), spot, department, territory, 0.4 + draw.waiting(0.6)));
        }
        return List.copyOf(sites);
    }

    /** Twelve months up to the last day; thirteen while the last has not reached its middle. */
    public static List<YearMonth> months(LocalDate lastDay) {
        YearMonth last = YearMonth.from(lastDay);
        int before = lastDay.getDayOfMonth() < 15 ? 12 : 11;
        List<YearMonth> months = new ArrayList<>();
        for (int i = before; i >= 0; i--) {
            months.add(last.minusMonths(i));
        }
        return months;
    }
}
