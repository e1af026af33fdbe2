package org.civitas.demo.geography;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * 区划 — one area of the city: its code, its boundary and its middle, both in degrees.
 *
 * @param level 1 city, 2 district or county, 3 street or town, 4 community or village
 * @param urban whether it lies in a built-up part
 * @param middle a point inside it, in degrees
 * @param seat the same point in kilometres, for what is laid out around it
 */
public record Place(
        String code,
        String name,
        int level,
        @Nullable String parentCode,
        boolean urban,
        Geometry boundary,
        Coordinate middle,
        Coordinate seat) {}
