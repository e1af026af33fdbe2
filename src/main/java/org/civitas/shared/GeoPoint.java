package org.civitas.shared;

/** 位置 — a place on earth in WGS-84 degrees; longitude −180…180, latitude −90…90. */
public record GeoPoint(double longitude, double latitude) {

    public GeoPoint {
        if (!(longitude >= -180 && longitude <= 180) || !(latitude >= -90 && latitude <= 90)) {
            throw new RuleViolation("geo.out-of-range", "经度应在 -180 到 180 之间，纬度应在 -90 到 90 之间。");
        }
    }
}
