package org.civitas.demo.loading;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Shapes as GeoJSON geometries. */
final class GeoJson {

    private GeoJson() {}

    /** A Polygon or MultiPolygon; what is not an area is left out. */
    static String area(Geometry shape) {
        StringBuilder polygons = new StringBuilder();
        int count = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.append(count++ == 0 ? "" : ",");
                polygon(polygons, polygon);
            }
        }
        return count == 1
                ? "{\"type\":\"Polygon\",\"coordinates\":" + polygons + "}"
                : "{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}";
    }

    static String line(List<Coordinate> points) {
        StringBuilder out = new StringBuilder("{\"type\":\"LineString\",\"coordinates\":");
        points(out, points.toArray(Coordinate[]::new));
        return out.append('}').toString();
    }

    private static void polygon(StringBuilder out, Polygon polygon) {
        out.append('[');
        points(out, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            points(out, polygon.getInteriorRingN(i).getCoordinates());
        }
        out.append(']');
    }

    private static void points(StringBuilder out, Coordinate[] points) {
        out.append('[');
        for (int i = 0; i < points.length; i++) {
            out.append(i == 0 ? "[" : ",[")
                    .append(points[i].x)
                    .append(',')
                    .append(points[i].y)
                    .append(']');
        }
        out.append(']');
    }
}
