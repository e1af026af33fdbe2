package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CurrentCity;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.application.MapQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The base map; the browser may keep it for a while, for boundaries do not move by the hour. */
@RestController
@Tag(name = "territory")
class MapController {

    private final MapQueries map;

    MapController(MapQueries map) {
        this.map = map;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "区划边界（GeoJSON），按级别简化；不指明级别时为区县和街道乡镇")
    @GetMapping("/api/map/areas")
    ResponseEntity<String> areas(
            CurrentUser user,
            @RequestParam(required = false) @Nullable List<AreaLevel> level,
            @RequestParam(required = false) @Nullable String within) {
        List<AreaLevel> levels = level == null ? List.of(AreaLevel.COUNTY, AreaLevel.STREET) : level;
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

    private static ResponseEntity<String> kept(ObjectNode map) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(map.toString());
    }
}
