package org.civitas.territory.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.platform.access.DataScope;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.domain.Simplification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The base map as GeoJSON: boundaries simplified by level, roads and waters. */
@Repository
public class MapQueries {

    /** About how far a simplified line may lie from the true one, in degrees, by level. */
    private static final Map<AreaLevel, Double> TOLERANCE = Map.of(
            AreaLevel.CITY, 0.0015,
            AreaLevel.COUNTY, 0.0010,
            AreaLevel.STREET, 0.0005,
            AreaLevel.COMMUNITY, 0.0002,
            AreaLevel.GRID, 0.00002);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MapQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Boundaries of a level within an area; of the scope only what lies in it, and the levels above it as frames. */
    public ObjectNode areas(DataScope scope, List<AreaLevel> levels, String within) {
        List<ObjectNode> features = jdbc.sql("""
                select b.area_code, b.level, a.name, b.geometry::text as geometry
                from area_boundary b join area a on a.code = b.area_code
                where b.level = any(:levels) and b.area_code like :within || '%'
                  and (b.area_code like :scope || '%' or :scope like b.area_code || '%')
                order by length(b.area_code), b.area_code
                """)
                .param("levels", levels.stream().map(Enum::name).toArray(String[]::new))
                .param("within", within)
                .param("scope", scope.areaCode())
                .query((row, n) -> feature(
                        row,
                        ordered("code", row.getString("area_code"), "name", row.getString("name")),
                        Objects.requireNonNull(TOLERANCE.get(AreaLevel.valueOf(row.getString("level"))))))
                .list();
        return collection(features);
    }

    /** 范围 of the city in WGS-84 degrees; of the whole country while nothing is known. */
    public record ExtentView(double west, double south, double east, double north) {}

    public ExtentView extent() {
        return jdbc.sql("select west, south, east, north from area where parent_code is null and west is not null")
                .query(ExtentView.class)
                .optional()
                .orElse(new ExtentView(73, 18, 136, 54));
    }

    public ObjectNode roads() {
        return collection(jdbc.sql("select name, rank, geometry::text as geometry from road order by rank desc, name")
                .query((row, n) -> feature(row, road(row), 0.00003))
                .list());
    }

    public ObjectNode waters() {
        return collection(jdbc.sql("select name, geometry::text as geometry from water order by name")
                .query((row, n) -> feature(row, Map.of("name", row.getString("name")), 0.0001))
                .list());
    }

    private ObjectNode feature(ResultSet row, Map<String, Object> properties, double tolerance) throws SQLException {
        JsonNode geometry = json.readTree(row.getString("geometry"));
        ObjectNode feature = json.createObjectNode();
        feature.put("type", "Feature");
        feature.set("properties", json.valueToTree(properties));
        ObjectNode shape = feature.putObject("geometry");
        shape.put("type", geometry.path("type").asString());
        shape.set("coordinates", simplified(geometry.path("coordinates"), tolerance));
        return feature;
    }

    private ObjectNode collection(List<ObjectNode> features) {
        ObjectNode collection = json.createObjectNode();
        collection.put("type", "FeatureCollection");
        collection.putArray("features").addAll(features);
        return collection;
    }

    /** Goes down to the lists of positions, whatever the kind of geometry. */
    private ArrayNode simplified(JsonNode coordinates, double tolerance) {
        ArrayNode out = json.createArrayNode();
        if (coordinates.path(0).path(0).isNumber()) {
            double[][] line = new double[coordinates.size()][];
            for (int i = 0; i < line.length; i++) {
                line[i] = new double[] {
                    coordinates.path(i).path(0).asDouble(),
                    coordinates.path(i).path(1).asDouble()
                };
            }
            for (double[] corner : Simplification.of(line, tolerance)) {
                out.addArray().add(rounded(corner[0])).add(rounded(corner[1]));
            }
            return out;
        }
        coordinates.forEach(part -> out.add(simplified(part, tolerance)));
        return out;
    }

    /** Six places are a tenth of a metre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static Map<String, Object> road(ResultSet row) throws SQLException {
        Map<String, Object> road = ordered("name", row.getString("name"), "rank", row.getInt("rank"));
        road.put("kind", row.getInt("rank") <= 2 ? "MAIN" : "MINOR");
        return road;
    }

    private static Map<String, Object> ordered(String key, Object value, String key2, Object value2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(key2, value2);
        return map;
    }
}
