package org.civitas.demo.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.civitas.demo.chance.Draw;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Points spread evenly and the cells around them; the cells of one call cover the outline without gap or overlap. */
final class Cells {

    static final GeometryFactory SHAPES = new GeometryFactory();

    private Cells() {}

    /** Points inside the region, each far from the others in units of {@code spacing} (kilometres at that point). */
    static List<Coordinate> spread(
            Draw draw, int count, Envelope box, Predicate<Coordinate> inside, ToDoubleFunction<Coordinate> spacing) {
        List<Coordinate> points = new ArrayList<>();
        while (points.size() < count) {
            Coordinate best = null;
            double bestDistance = -1;
            int seen = 0;
            while (seen < 12) {
                Coordinate candidate = new Coordinate(
                        draw.between(box.getMinX(), box.getMaxX()), draw.between(box.getMinY(), box.getMaxY()));
                if (!inside.test(candidate)) {
                    continue;
                }
                seen++;
                double scale = spacing.applyAsDouble(candidate);
                double nearest = Double.MAX_VALUE;
                for (Coordinate point : points) {
                    nearest = Math.min(nearest, point.distance(candidate) / scale);
                }
                if (nearest > bestDistance) {
                    bestDistance = nearest;
                    best = candidate;
                }
            }
            points.add(best);
        }
        return points;
    }

    /** The cell of each point, cut off at the outline, in the order of the points. */
    static List<Geometry> around(List<Coordinate> points, Polygon outline) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(points);
        Envelope box = outline.getEnvelopeInternal();
        box.expandBy(20);
        builder.setClipEnvelope(box);
        Geometry diagram = builder.getDiagram(SHAPES);
        STRtree index = new STRtree();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            index.insert(cell.getEnvelopeInternal(), cell);
        }
        List<Geometry> cells = new ArrayList<>();
        for (Coordinate point : points) {
            cells.add(cut(cellOf(index, point), outline));
        }
        return cells;
    }

    private static Geometry cellOf(STRtree index, Coordinate point) {
        Geometry at = SHAPES.createPoint(point);
        for (Object candidate : index.query(at.getEnvelopeInternal())) {
            Geometry cell = (Geometry) candidate;
            if (cell.covers(at)) {
                return cell;
            }
        }
        throw new IllegalStateException("no cell around " + point);
    }

    private static Geometry cut(Geometry cell, Polygon outline) {
        return outline.covers(cell) ? cell : cell.intersection(outline);
    }
}
