package org.civitas.territory;

import org.civitas.shared.GeoPoint;

/** 坐标系 — how a position was given; everything is stored as WGS-84. */
public enum CoordinateSystem {
    WGS84,
    GCJ02;

    /** The position in WGS-84 degrees. */
    public GeoPoint toWgs84(GeoPoint given) {
        return this == WGS84 ? given : Gcj02.toWgs84(given);
    }
}
