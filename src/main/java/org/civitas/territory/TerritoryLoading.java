package org.civitas.territory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * 区划装载 — writes many areas, boundaries, units and duties at once: for imports and for a city that is set up.
 *
 * <p>Each call is one transaction with one audit line. What is already there by its key is left as it is, so a load that
 * broke off is simply repeated.
 */
public interface TerritoryLoading {

    /** 待装载区划 — an area by its own words; its path and its parent follow from the tree. */
    record NewArea(String code, String name, AreaKind kind) {}

    /** 待装载边界 — a boundary as GeoJSON geometry (Polygon or MultiPolygon, WGS-84). */
    record NewBoundary(String areaCode, String geometry) {}

    /**
     * 待装载道路 — a road as GeoJSON geometry (LineString or MultiLineString, WGS-84).
     *
     * @param rank 1 expressway or trunk road, 2 main street, 3 secondary street, 4 alley
     */
    record NewRoad(String name, int rank, String geometry) {}

    /** 待装载水面 — a river or lake as GeoJSON geometry (Polygon or MultiPolygon, WGS-84). */
    record NewWater(String name, String geometry) {}

    /** 待装载责任 — a duty with its basis in words, such as a document's number. */
    record NewDuty(Duty duty, String basis) {}

    /** Parents may come in any order, but each must be in the list or already there. Answers how many were new. */
    int areas(Collection<NewArea> areas);

    /** Boundaries replace what was there; each also sets the area's extent. */
    void boundaries(Collection<NewBoundary> boundaries);

    /** Replaces all roads and waters of the base map. */
    void baseMap(List<NewRoad> roads, List<NewWater> waters);

    /** Units by code; a parent's id must be in the list or already there. Answers the ids of those that were new. */
    List<UUID> units(Collection<Unit> units);

    void duties(Collection<NewDuty> duties);
}
