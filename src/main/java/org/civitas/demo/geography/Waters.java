package org.civitas.demo.geography;

import java.util.ArrayList;
import java.util.List;
import org.civitas.demo.chance.Draw;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** The river through the middle, two streams that join it, and three lakes. */
final class Waters {

    private final Draw draw;

    Waters(Draw draw) {
        this.draw = draw;
    }

    List<Water> shapes(Place city) {
        List<Water> waters = new ArrayList<>();
        add(
                waters,
                city,
                "云江",
                winding(new Coordinate(-46, 31), new Coordinate(-1.5, -1.4), new Coordinate(40, -36))
                        .buffer(0.17, 3));
        add(
                waters,
                city,
                "青渡溪",
                winding(new Coordinate(30, 38), new Coordinate(13, 12), new Coordinate(5.2, -5))
                        .buffer(0.06, 2));
        add(
                waters,
                city,
                "荻水",
                winding(new Coordinate(-30, -34), new Coordinate(-9, -20), new Coordinate(14, -13))
                        .buffer(0.07, 2));
        add(waters, city, "望湖", lake(new Coordinate(-5.2, -5.0), 0.9));
        add(waters, city, "岚泽湖", lake(new Coordinate(-29, 8), 2.3));
        add(waters, city, "镜塘水库", lake(new Coordinate(19, 22), 1.5));
        return List.copyOf(waters);
    }

    private static void add(List<Water> waters, Place city, String name, Geometry kilometres) {
        Geometry inside = OverlayNG.overlay(
                Ground.degrees(kilometres), city.boundary(), OverlayNG.INTERSECTION, new PrecisionModel(1e5));
        waters.add(new Water(name, inside));
    }

    private Geometry winding(Coordinate from, Coordinate through, Coordinate to) {
        double phase = draw.between(0, 6);
        double wave = draw.between(2.2, 3.0);
        List<Coordinate> points = new ArrayList<>();
        int steps = 160;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double x =
                    (1 - t) * (1 - t) * from.x + 2 * t * (1 - t) * (2 * through.x - (from.x + to.x) / 2) + t * t * to.x;
            double y =
                    (1 - t) * (1 - t) * from.y + 2 * t * (1 - t) * (2 * through.y - (from.y + to.y) / 2) + t * t * to.y;
            double swing =
                    1.1 * Math.sin(wave * 2 * Math.PI * t * 2.3 + phase) * Math.min(1, Math.min(t, 1 - t) * 8 + 0.2);
            points.add(new Coordinate(x + swing * 0.5, y + swing));
        }
        return Cells.SHAPES.createLineString(points.toArray(Coordinate[]::new));
    }

    private Geometry lake(Coordinate middle, double radius) {
        int corners = 48;
        double a = draw.between(0, 6);
        double b = draw.between(0, 6);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            double r = radius * (1 + 0.25 * Math.sin(2 * turn + a) + 0.15 * Math.sin(5 * turn + b));
            ring[i] = new Coordinate(middle.x + r * Math.cos(turn), middle.y + 0.7 * r * Math.sin(turn));
        }
        ring[corners] = ring[0].copy();
        return Cells.SHAPES.createPolygon(ring);
    }
}
