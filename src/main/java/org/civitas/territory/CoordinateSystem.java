package org.civitas.territory;

import org.civitas.shared.GeoPoint;

/** 坐标系 — how a position was given; everything is stored as WGS-84. */
public enum CoordinateSystem {
    WGS84,
    GCJ02;

    private static final double PLACES = 1e7;

    /** The position in WGS-84 degrees, to seven places: a centimetre. */
    public GeoPoint toWgs84(GeoPoint given) {
        GeoPoint exact = this == WGS84 ? given : Gcj02.toWgs84(given);
        return new GeoPoint(rounded(exact.longitude()), rounded(exact.latitude()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PLACES) / PLACES;
    }
}
