package org.civitas.demo.geography;

import org.locationtech.jts.geom.Coordinate;

/**
 * 点位 — one place to inspect.
 *
 * @param type code of the site type in the standard, such as 市场
 * @param areaCode the community it lies in
 * @param at in degrees
 */
public record Spot(String code, String type, String name, String address, String areaCode, Coordinate at) {}
