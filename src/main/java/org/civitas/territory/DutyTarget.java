package org.civitas.territory;

import java.util.UUID;

/** 责任对象 — what somebody answers for: an area, one site, or all sites of a type within an area. */
public sealed interface DutyTarget {

    record OfArea(AreaCode area) implements DutyTarget {}

    /** @param area where the site lies, so that a scope by area holds for the duty as well */
    record OfSite(UUID siteId, AreaCode area) implements DutyTarget {}

    record OfType(String siteType, AreaCode area) implements DutyTarget {}

    AreaCode area();
}
