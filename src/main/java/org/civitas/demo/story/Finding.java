package org.civitas.demo.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * 发现 — a problem somebody saw: by an inspection, or reported otherwise.
 *
 * @param channel INSPECTION, OFFICER, CITIZEN, OBSERVER or HOTLINE
 * @param sourceId the observation of an inspection
 */
record Finding(
        Instant at,
        String channel,
        Actor reporter,
        @Nullable StorySite site,
        @Nullable Item item,
        Item.Fault fault,
        String words,
        String areaCode,
        String spot,
        Coordinate place,
        @Nullable UUID sourceId,
        @Nullable String planKind,
        List<UUID> pictures,
        @Nullable UUID afterPicture,
        String siteType) {

    /** The same problem, seen by the same person at another moment. */
    Finding again(Instant moment) {
        return new Finding(
                moment,
                channel,
                reporter,
                site,
                item,
                fault,
                words,
                areaCode,
                spot,
                place,
                null,
                planKind,
                List.of(),
                afterPicture,
                siteType);
    }

    String itemText() {
        return item == null ? "" : item.text();
    }
}
