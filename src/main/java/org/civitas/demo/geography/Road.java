package org.civitas.demo.geography;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * 道路 — a named road.
 *
 * @param rank 1 expressway or trunk road, 2 main street, 3 secondary street, 4 alley
 * @param line in degrees
 * @param track the same points in kilometres
 */
public record Road(String name, int rank, List<Coordinate> line, List<Coordinate> track) {}
