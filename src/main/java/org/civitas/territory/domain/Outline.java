package org.civitas.territory.domain;

import java.util.List;
import java.util.stream.Stream;
import org.civitas.shared.GeoPoint;

/** 边界 — an area's boundary: each part is an outer ring with its holes; an exclave is a part of its own. */
public record Outline(List<Part> parts) {

    public Outline {
        parts = List.copyOf(parts);
    }

    /** 边界部分 — inside the outer ring and in none of the holes. */
    public record Part(Ring outer, List<Ring> holes) {
        public Part {
            holes = List.copyOf(holes);
        }

        boolean contains(GeoPoint point) {
            return outer.contains(point) && holes.stream().noneMatch(hole -> hole.contains(point));
        }
    }

    public boolean contains(GeoPoint point) {
        return parts.stream().anyMatch(part -> part.contains(point));
    }

    /** A plain rectangle, for a city whose boundary nobody has loaded: tells swapped and foreign positions at least. */
    public static Outline rectangle(double west, double south, double east, double north) {
        Ring ring = new Ring(List.of(
                new GeoPoint(west, south),
                new GeoPoint(east, south),
                new GeoPoint(east, north),
                new GeoPoint(west, north)));
        return new Outline(List.of(new Part(ring, List.of())));
    }

    /** The smallest rectangle around all parts. */
    public Extent extent() {
        return new Extent(
                corners().mapToDouble(GeoPoint::longitude).min().orElseThrow(),
                corners().mapToDouble(GeoPoint::latitude).min().orElseThrow(),
                corners().mapToDouble(GeoPoint::longitude).max().orElseThrow(),
                corners().mapToDouble(GeoPoint::latitude).max().orElseThrow());
    }

    private Stream<GeoPoint> corners() {
        return parts.stream().flatMap(part -> part.outer().corners().stream());
    }
}
