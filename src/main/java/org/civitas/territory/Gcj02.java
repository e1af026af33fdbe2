package org.civitas.territory;

import org.civitas.shared.GeoPoint;

/**
 * 火星坐标 — conversion between WGS-84 and GCJ-02, the offset system of Chinese map services.
 *
 * <p>The way from WGS-84 is a formula; the way back has none and is found by repeating the formula until the difference
 * is below a tenth of a millimetre. Outside mainland China's rectangle both systems are taken as equal.
 */
public final class Gcj02 {

    private static final double AXIS = 6378245.0;
    private static final double ECCENTRICITY = 0.00669342162296594323;
    private static final double CLOSE_ENOUGH = 1e-9;
    private static final int MOST_STEPS = 30;

    private Gcj02() {}

    public static GeoPoint fromWgs84(GeoPoint wgs) {
        double lon = wgs.longitude();
        double lat = wgs.latitude();
        if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) {
            return wgs;
        }
        double radians = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double north = northward(lon - 105, lat - 35) * 180 / ((AXIS * (1 - ECCENTRICITY)) / (magic * root) * Math.PI);
        double east = eastward(lon - 105, lat - 35) * 180 / (AXIS / root * Math.cos(radians) * Math.PI);
        return new GeoPoint(lon + east, lat + north);
    }

    public static GeoPoint toWgs84(GeoPoint gcj) {
        double lon = gcj.longitude();
        double lat = gcj.latitude();
        for (int step = 0; step < MOST_STEPS; step++) {
            GeoPoint there = fromWgs84(new GeoPoint(lon, lat));
            double east = gcj.longitude() - there.longitude();
            double north = gcj.latitude() - there.latitude();
            lon += east;
            lat += north;
            if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new GeoPoint(lon, lat);
    }

    private static double northward(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
    }

    private static double eastward(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    }

    private static double ripple(double x) {
        return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    }
}
