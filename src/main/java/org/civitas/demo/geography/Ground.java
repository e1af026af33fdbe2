package org.civitas.demo.geography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** The plane of the city in kilometres around its middle, and its place on earth (WGS-84, five decimals, about a metre). */
final class Ground {

    static final double MIDDLE_LONGITUDE = 112.08;
    static final double MIDDLE_LATITUDE = 30.52;
    private static final double KM_PER_LATITUDE = 110.86;
    private static final double KM_PER_LONGITUDE = 111.32 * Math.cos(Math.toRadians(MIDDLE_LATITUDE));

    private Ground() {}

    static Coordinate degrees(Coordinate kilometres) {
        return new Coordinate(
                rounded(MIDDLE_LONGITUDE + kilometres.x / KM_PER_LONGITUDE),
                rounded(MIDDLE_LATITUDE + kilometres.y / KM_PER_LATITUDE));
    }

    /** The same shape in degrees; points shared by two shapes stay shared, because the rounding sees each point alone. */
    static Geometry degrees(Geometry kilometres) {
        Geometry copy = kilometres.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                Coordinate moved = degrees(points.getCoordinate(i));
                points.setOrdinate(i, 0, moved.x);
                points.setOrdinate(i, 1, moved.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
