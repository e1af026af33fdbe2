package org.civitas.territory.domain;

import java.util.List;
import org.civitas.shared.GeoPoint;

/** 边界环 — a closed line of corners; the first corner need not be repeated at the end. */
public record Ring(List<GeoPoint> corners) {

    public Ring {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a ring needs three corners, got " + corners.size());
        }
    }

    /** Even-odd rule: a ray to the east crosses the line an odd number of times from inside. */
    public boolean contains(GeoPoint point) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            GeoPoint a = corners.get(i);
            GeoPoint b = corners.get(j);
            boolean straddles = a.latitude() > point.latitude() != b.latitude() > point.latitude();
            if (straddles && point.longitude() < crossing(a, b, point.latitude())) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double crossing(GeoPoint a, GeoPoint b, double latitude) {
        return (b.longitude() - a.longitude()) * (latitude - a.latitude()) / (b.latitude() - a.latitude())
                + a.longitude();
    }
}
