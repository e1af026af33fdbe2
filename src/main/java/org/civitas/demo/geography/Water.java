package org.civitas.demo.geography;

import org.locationtech.jts.geom.Geometry;

/** 水面 — a river or a lake with its name; the shape is in degrees. */
public record Water(String name, Geometry shape) {}
