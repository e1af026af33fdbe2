package org.civitas.territory.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.domain.Extent;
import org.civitas.territory.domain.Outline;
import org.civitas.territory.domain.Outline.Part;
import org.civitas.territory.domain.Ring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads boundaries as outlines: the loaded boundary of the city, or else its rough extent. */
@Component
class OutlineReader {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutlineReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Outline> ofRoot() {
        Optional<Outline> boundary = jdbc.sql("select geometry::text from area_boundary where level = 'CITY' limit 1")
                .query(String.class)
                .optional()
                .map(this::parse);
        return boundary.isPresent() ? boundary : extent().map(Extent::asOutline);
    }

    /** The outline in a GeoJSON geometry. */
    Outline parse(String geometry) {
        JsonNode node = json.readTree(geometry);
        List<Part> parts = new ArrayList<>();
        if (node.path("type").asString().equals("Polygon")) {
            parts.add(part(node.path("coordinates")));
        } else {
            node.path("coordinates").forEach(polygon -> parts.add(part(polygon)));
        }
        return new Outline(parts);
    }

    private Optional<Extent> extent() {
        return jdbc.sql("select west, south, east, north from area where parent_code is null and west is not null")
                .query((row, n) -> new Extent(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .optional();
    }

    private static Part part(JsonNode polygon) {
        List<Ring> rings = new ArrayList<>();
        polygon.forEach(ring -> rings.add(ring(ring)));
        return new Part(rings.getFirst(), rings.subList(1, rings.size()));
    }

    private static Ring ring(JsonNode ring) {
        List<GeoPoint> corners = new ArrayList<>();
        ring.forEach(corner -> corners.add(
                new GeoPoint(corner.path(0).asDouble(), corner.path(1).asDouble())));
        return new Ring(corners);
    }
}
