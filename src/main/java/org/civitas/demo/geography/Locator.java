package org.civitas.demo.geography;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the community of a point. */
final class Locator {

    private final STRtree index = new STRtree();

    Locator(List<Place> communities) {
        communities.forEach(place -> index.insert(place.boundary().getEnvelopeInternal(), place));
        index.build();
    }

    @Nullable
    Place at(Coordinate degrees) {
        Geometry point = Cells.SHAPES.createPoint(degrees);
        for (Object candidate : index.query(point.getEnvelopeInternal())) {
            Place place = (Place) candidate;
            if (place.boundary().covers(point)) {
                return place;
            }
        }
        return null;
    }
}
