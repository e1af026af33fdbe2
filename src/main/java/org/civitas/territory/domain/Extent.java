package org.civitas.territory.domain;

/** 范围 — a rectangle in WGS-84 degrees. */
public record Extent(double west, double south, double east, double north) {

    public Extent {
        if (west >= east || south >= north) {
            throw new IllegalArgumentException("extent is empty: " + west + "," + south + "," + east + "," + north);
        }
    }

    public Outline asOutline() {
        return Outline.rectangle(west, south, east, north);
    }
}
