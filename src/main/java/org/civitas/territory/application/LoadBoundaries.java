package org.civitas.territory.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.BadInput.FieldFault;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.CoordinateSystem;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewBoundary;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes boundaries from a GeoJSON file: each feature names its area by {@code code} or {@code adcode}. All or nothing;
 * what is wrong is said for each feature.
 */
@Service
public class LoadBoundaries {

    private static final int MOST_FAULTS = 50;
    private static final int MOST_LISTS = 500_000;

    private final Areas areas;
    private final TerritoryLoading loading;
    private final JsonMapper json;

    LoadBoundaries(Areas areas, TerritoryLoading loading, JsonMapper json) {
        this.areas = areas;
        this.loading = loading;
        this.json = json;
    }

    /** Answers how many boundaries were loaded. */
    public int load(DataScope scope, byte[] file, CoordinateSystem system) {
        JsonNode features = parse(file).path("features");
        if (!features.isArray() || features.isEmpty()) {
            throw new RuleViolation("boundary.no-features", "文件里没有边界：应为 GeoJSON 的 FeatureCollection，至少有一个要素。");
        }
        List<String> codes = new ArrayList<>();
        features.forEach(feature -> codes.add(code(feature)));
        Map<String, Area> known = areas.byCodes(codes);
        List<FieldFault> faults = new ArrayList<>();
        Map<String, NewBoundary> boundaries = new LinkedHashMap<>();
        for (int i = 0; i < codes.size() && faults.size() < MOST_FAULTS; i++) {
            String code = codes.get(i);
            try {
                if (!known.containsKey(code) || !scope.administers(code)) {
                    throw new RuleViolation("boundary.area", "没有代码为“" + code + "”的区划，或它不在您的数据范围内。");
                }
                String geometry = geometry(features.path(i).path("geometry"), system);
                if (boundaries.put(code, new NewBoundary(code, geometry)) != null) {
                    throw new RuleViolation("boundary.twice", "区划 " + code + " 在文件里出现了两次。");
                }
            } catch (RuleViolation wrong) {
                faults.add(new FieldFault("features[" + i + "]", "第 " + (i + 1) + " 个要素：" + wrong.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        loading.boundaries(boundaries.values());
        return boundaries.size();
    }

    /** Counted in the bytes, before anything is built from them: each list or object costs memory. */
    private static void checkSize(byte[] file) {
        int opened = 0;
        for (byte each : file) {
            opened += each == '[' || each == '{' ? 1 : 0;
        }
        if (opened > MOST_LISTS) {
            throw new RuleViolation("boundary.too-many-points", "边界的点太多（超过 50 万个），请抽稀后重新上传。");
        }
    }

    private JsonNode parse(byte[] file) {
        checkSize(file);
        try {
            return json.readTree(file);
        } catch (JacksonException malformed) {
            throw new RuleViolation("boundary.not-json", "文件不是 GeoJSON（内容不是有效的 JSON），请检查后重新上传。");
        }
    }

    /** The statistics write a city with six digits, its own tree with four. */
    private static String code(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        JsonNode code = properties.has("code") ? properties.path("code") : properties.path("adcode");
        String text = code.isNumber() ? Long.toString(code.asLong()) : code.asString("");
        return text.length() == 6 && text.endsWith("00") ? text.substring(0, 4) : text;
    }

    private String geometry(JsonNode geometry, CoordinateSystem system) {
        String type = geometry.path("type").asString("");
        int depth = switch (type) {
            case "Polygon" -> 2;
            case "MultiPolygon" -> 3;
            default -> throw new RuleViolation("boundary.type", "几何类型应为 Polygon 或 MultiPolygon。");
        };
        ObjectNode out = json.createObjectNode();
        out.put("type", type);
        out.set("coordinates", converted(geometry.path("coordinates"), depth, system));
        return out.toString();
    }

    /** @param depth how many lists stand around a position; 1 is a ring */
    private ArrayNode converted(JsonNode coordinates, int depth, CoordinateSystem system) {
        if (!coordinates.isArray() || coordinates.isEmpty() || depth == 1 && coordinates.size() < 4) {
            throw new RuleViolation("boundary.ring", "坐标不完整：每个环至少要有 4 个点。");
        }
        ArrayNode out = json.createArrayNode();
        for (JsonNode part : coordinates) {
            if (depth > 1) {
                out.add(converted(part, depth - 1, system));
            } else {
                GeoPoint point = system.toWgs84(position(part));
                out.addArray().add(point.longitude()).add(point.latitude());
            }
        }
        return out;
    }

    private static GeoPoint position(JsonNode part) {
        if (!part.path(0).isNumber() || !part.path(1).isNumber()) {
            throw new RuleViolation("boundary.position", "坐标应为 [经度, 纬度] 两个数字。");
        }
        double longitude = part.path(0).asDouble();
        double latitude = part.path(1).asDouble();
        if (longitude < 73 || longitude > 136 || latitude < 3 || latitude > 54) {
            throw new RuleViolation("boundary.position", "坐标（" + longitude + "，" + latitude + "）不在国内，请检查经纬度是否颠倒。");
        }
        return new GeoPoint(longitude, latitude);
    }
}
