package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.BadInput;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.CoordinateSystem;
import org.civitas.territory.application.LoadBoundaries;
import org.civitas.territory.application.MapQueries;
import org.civitas.territory.application.MapQueries.ExtentView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The base map; the browser may keep it for a while, for boundaries do not move by the hour. */
@RestController
@Tag(name = "territory")
class MapController {

    private final MapQueries map;
    private final LoadBoundaries boundaries;

    MapController(MapQueries map, LoadBoundaries boundaries) {
        this.map = map;
        this.boundaries = boundaries;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "区划边界（GeoJSON），按级别简化；不指明级别时为区县和街道乡镇")
    @GetMapping("/api/map/areas")
    ResponseEntity<String> areas(
            CurrentUser user,
            @RequestParam(required = false) @Nullable List<AreaLevel> level,
            @RequestParam(required = false) @Nullable String within) {
        List<AreaLevel> levels = level == null
                ? List.of(AreaLevel.COUNTY, AreaLevel.STREET)
                : level.stream().filter(Objects::nonNull).toList();
        String inside = within == null ? CurrentCity.required().rootArea() : within;
        return kept(map.areas(user.scope(), levels, inside));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "道路（GeoJSON）")
    @GetMapping("/api/map/roads")
    ResponseEntity<String> roads() {
        return kept(map.roads());
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "水面（GeoJSON）")
    @GetMapping("/api/map/waters")
    ResponseEntity<String> waters() {
        return kept(map.waters());
    }

    /** How many boundaries were taken. */
    record BoundariesLoaded(int loaded) {}

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "载入区划边界（GeoJSON 文件，要素的 code 或 adcode 为区划代码），整份成功或整份不变")
    @PostMapping("/api/areas/boundaries")
    BoundariesLoaded loadBoundaries(
            CurrentUser user,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "WGS84") CoordinateSystem coordinateSystem)
            throws IOException {
        if (file.isEmpty()) {
            throw new BadInput("file", "上传的文件是空的（0 字节），请检查后重新上传。");
        }
        return new BoundariesLoaded(boundaries.load(user.scope(), file.getBytes(), coordinateSystem));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "本市的大致范围，地图没有边界时以此定位")
    @GetMapping("/api/map/extent")
    ExtentView extent() {
        return map.extent();
    }

    private static ResponseEntity<String> kept(ObjectNode map) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(map.toString());
    }
}
