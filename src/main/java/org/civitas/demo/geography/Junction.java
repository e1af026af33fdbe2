package org.civitas.demo.geography;

import org.locationtech.jts.geom.Coordinate;

/** 路口 — where two named streets cross; the point is in kilometres. */
public record Junction(String name, int rank, Coordinate at) {}
