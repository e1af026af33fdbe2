package org.civitas.territory;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * 责任点位对照 — what this module must know of sites to let duties point at them; answered by the module that owns sites.
 */
public interface DutyPlaces {

    /** 责任点位 — a site by its id, its name and the area where it lies. */
    record Place(UUID id, String code, String name, String areaCode) {}

    /** Those that exist, by the codes of the register. */
    Map<String, Place> byCodes(Collection<String> codes);

    /** Those that exist, by id. */
    Map<UUID, Place> byIds(Collection<UUID> ids);

    /** Names of all types of sites by code. */
    Map<String, String> typeNames();
}
