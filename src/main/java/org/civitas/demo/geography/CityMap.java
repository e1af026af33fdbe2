package org.civitas.demo.geography;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.demo.chance.Draw;

/** 演示城市地图 — all areas from the city to the communities, the water and the roads. */
public record CityMap(List<Place> places, List<Water> waters, Roads roads) {

    public static final String ROOT = "9901";

    /** The map of that seed; takes about a second. */
    public static CityMap drawn(Draw draw) {
        Waters waters = new Waters(draw.branch("water"));
        List<Place> places = new Territories(draw.branch("territory")).places();
        Roads roads = new RoadPlan(draw.branch("roads"), places).roads();
        return new CityMap(places, waters.shapes(places.getFirst()), roads);
    }

    public List<Place> ofLevel(int level) {
        return places.stream().filter(place -> place.level() == level).toList();
    }

    /** Places by code. */
    public Map<String, Place> byCode() {
        Map<String, Place> byCode = new HashMap<>();
        places.forEach(place -> byCode.put(place.code(), place));
        return byCode;
    }

    /** The district or county of that code or of a code below it. */
    public Place county(String code) {
        return Objects.requireNonNull(byCode().get(code.substring(0, 6)));
    }
}
