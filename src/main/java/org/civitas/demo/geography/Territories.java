package org.civitas.demo.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.civitas.demo.chance.Draw;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Draws the areas from below: communities are cells around spread points, a street is the union of its communities, a county of its
 * streets; so they nest exactly.
 */
final class Territories {

    static final int COMMUNITIES = 1400;
    private static final double TOWN_RADIUS = 14;
    private static final PrecisionModel GRID = new PrecisionModel(1e5);
    private static final List<County> COUNTIES = List.of(
            new County("990101", "云江区", true, 90, 3, 15),
            new County("990102", "望岭区", true, 210, 3, 14),
            new County("990103", "青渡区", true, 330, 3, 14),
            new County("990104", "澄源县", false, 30, 27, 16),
            new County("990105", "岚泽县", false, 150, 27, 16),
            new County("990106", "荻洲县", false, 270, 27, 15));

    private record County(String code, String name, boolean district, int angle, double distance, int streets) {
        Coordinate seat() {
            double turn = Math.toRadians(angle);
            return new Coordinate(distance * Math.cos(turn), distance * Math.sin(turn));
        }
    }

    private record Street(String code, String name, boolean urban, County county, Coordinate seat) {}

    private final Draw draw;
    private final double[] phases = new double[6];
    private final Polygon outline;
    private final List<Place> places = new ArrayList<>();

    Territories(Draw draw) {
        this.draw = draw;
        for (int i = 0; i < phases.length; i++) {
            phases[i] = draw.between(0, 2 * Math.PI);
        }
        this.outline = outline();
    }

    private Polygon outline() {
        int corners = 140;
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            double wobble = 0.11 * Math.sin(2 * turn + phases[0])
                    + 0.08 * Math.sin(3 * turn + phases[1])
                    + 0.05 * Math.sin(5 * turn + phases[2])
                    + 0.03 * Math.sin(11 * turn + phases[3])
                    + draw.between(-0.012, 0.012);
            double radius = 41 * (1 + wobble);
            ring[i] = new Coordinate(radius * Math.cos(turn), radius * Math.sin(turn));
        }
        ring[corners] = ring[0].copy();
        return Cells.SHAPES.createPolygon(ring);
    }

    List<Place> places() {
        List<Street> streets = streets();
        TreeMap<String, List<Place>> communities = communities(streets);
        List<Place> countyPlaces = new ArrayList<>();
        List<Place> lower = new ArrayList<>();
        for (County county : COUNTIES) {
            List<Geometry> parts = new ArrayList<>();
            for (Street street : streets) {
                if (street.county() == county) {
                    Place place = street(street, Objects.requireNonNull(communities.get(street.code())));
                    parts.add(place.boundary());
                    lower.add(place);
                    lower.addAll(Objects.requireNonNull(communities.get(street.code())));
                }
            }
            countyPlaces.add(new Place(
                    county.code(),
                    county.name(),
                    2,
                    CityMap.ROOT,
                    county.district(),
                    joined(parts),
                    Ground.degrees(county.seat()),
                    county.seat()));
        }
        Coordinate middle = new Coordinate(0, 0);
        Geometry whole = joined(countyPlaces.stream().map(Place::boundary).toList());
        places.add(new Place(CityMap.ROOT, "云川市", 1, null, true, whole, Ground.degrees(middle), middle));
        places.addAll(countyPlaces);
        places.addAll(lower);
        return List.copyOf(places);
    }

    private Place street(Street street, List<Place> communities) {
        Geometry boundary = joined(communities.stream().map(Place::boundary).toList());
        return new Place(
                street.code(),
                street.name(),
                3,
                street.county().code(),
                street.urban(),
                boundary,
                Ground.degrees(street.seat()),
                street.seat());
    }

    private static Geometry joined(List<Geometry> parts) {
        return UnaryUnionNG.union(Cells.SHAPES.buildGeometry(parts), GRID);
    }

    private List<Street> streets() {
        PlaceNames names = new PlaceNames(draw.branch("street-names"));
        List<Street> streets = new ArrayList<>();
        for (County county : COUNTIES) {
            Envelope box = outline.getEnvelopeInternal();
            if (county.district()) {
                box = new Envelope(-18, 18, -18, 18);
            }
            List<Coordinate> seats = Cells.spread(
                    draw.branch(county.code()),
                    county.streets(),
                    box,
                    point -> countyAt(point) == county,
                    point -> streetSpacing(county, point));
            seats.sort(Comparator.comparingDouble(point -> point.distance(county.seat())));
            int[] next = {1, 100, 200};
            for (Coordinate seat : seats) {
                boolean urban = county.district() ? norm(seat) < 8.5 : seats.indexOf(seat) < 3;
                int kind = urban ? 0 : draw.chance(0.82) ? 1 : 2;
                String code = county.code() + String.format("%03d", next[kind]++);
                String name = names.old() + List.of("街道", "镇", "乡").get(kind);
                streets.add(new Street(code, name, urban, county, seat));
            }
        }
        streets.sort(Comparator.comparing(Street::code));
        return streets;
    }

    private static double streetSpacing(County county, Coordinate point) {
        return county.district() ? 0.9 + 0.36 * norm(point) : Math.min(7, 1.4 + 0.5 * point.distance(county.seat()));
    }

    private static double norm(Coordinate point) {
        return Math.hypot(point.x, point.y);
    }

    private County countyAt(Coordinate point) {
        double turn = Math.atan2(point.y, point.x);
        double edge = TOWN_RADIUS * (1 + 0.12 * Math.sin(2 * turn + phases[4]) + 0.07 * Math.sin(5 * turn + phases[5]));
        boolean near = norm(point) < edge;
        if (!near && !outline.getEnvelopeInternal().contains(point)) {
            return COUNTIES.getFirst();
        }
        double degrees = (Math.toDegrees(turn) + 360) % 360;
        if (near) {
            return degrees >= 30 && degrees < 150
                    ? COUNTIES.get(0)
                    : degrees >= 150 && degrees < 270 ? COUNTIES.get(1) : COUNTIES.get(2);
        }
        boolean inside = outline.contains(Cells.SHAPES.createPoint(point));
        if (!inside) {
            return COUNTIES.getFirst();
        }
        return degrees < 90 || degrees >= 330 ? COUNTIES.get(3) : degrees < 210 ? COUNTIES.get(4) : COUNTIES.get(5);
    }

    private TreeMap<String, List<Place>> communities(List<Street> streets) {
        List<Geometry> cells = Cells.around(streets.stream().map(Street::seat).toList(), outline);
        List<Coordinate> points = new ArrayList<>();
        List<Street> owner = new ArrayList<>();
        for (int i = 0; i < streets.size(); i++) {
            Street street = streets.get(i);
            int count = COMMUNITIES / streets.size() + (i < COMMUNITIES % streets.size() ? 1 : 0);
            IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(cells.get(i));
            List<Coordinate> spread = Cells.spread(
                    draw.branch(street.code()),
                    count,
                    cells.get(i).getEnvelopeInternal(),
                    point -> area.locate(point) == Location.INTERIOR,
                    point -> street.urban() ? 1 : 0.6 + 0.3 * point.distance(street.seat()));
            spread.sort(Comparator.comparingDouble(point -> point.distance(street.seat())));
            points.addAll(spread);
            spread.forEach(point -> owner.add(street));
        }
        List<Geometry> shapes = Cells.around(points, outline);
        return named(points, owner, shapes);
    }

    private TreeMap<String, List<Place>> named(List<Coordinate> points, List<Street> owner, List<Geometry> shapes) {
        TreeMap<String, List<Place>> byStreet = new TreeMap<>();
        TreeMap<String, PlaceNames> names = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            Street street = owner.get(i);
            List<Place> siblings = byStreet.computeIfAbsent(street.code(), code -> new ArrayList<>());
            PlaceNames county =
                    names.computeIfAbsent(street.county().code(), code -> new PlaceNames(draw.branch("names" + code)));
            int communities = (int) siblings.stream().filter(Place::urban).count();
            boolean community = street.urban() || communities < 3;
            int number = community ? 1 + communities : 200 + siblings.size() - communities;
            String name = community ? county.modern() + "社区" : county.old() + "村";
            siblings.add(new Place(
                    street.code() + String.format("%03d", number),
                    name,
                    4,
                    street.code(),
                    community,
                    Ground.degrees(shapes.get(i)),
                    Ground.degrees(points.get(i)),
                    points.get(i)));
        }
        return byStreet;
    }
}
