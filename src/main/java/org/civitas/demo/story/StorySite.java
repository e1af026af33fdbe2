package org.civitas.demo.story;

import java.util.UUID;
import org.civitas.demo.geography.Spot;

/**
 * 点位 — a site with the units that answer for it.
 *
 * @param care how well it is kept: 1 as the others, 2 twice as many faults
 */
public record StorySite(UUID id, Spot spot, UUID department, UUID territory, double care) {

    public String type() {
        return spot.type();
    }

    public String county() {
        return spot.areaCode().substring(0, 6);
    }
}
