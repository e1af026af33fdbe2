package org.civitas.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * 新问题 — what is known when a problem is found.
 *
 * @param siteName the name as it was when the problem was found
 * @param spot where exactly, in words; may be empty
 * @param sourceId the record it came from, such as an observation; the same source never opens a second case
 * @param anotherSpot the finder says that an open case at the same site and check item is about another spot
 */
public record NewCase(
        String typeCode,
        CaseChannel channel,
        String description,
        String areaCode,
        @Nullable UUID siteId,
        @Nullable String siteName,
        @Nullable String siteType,
        @Nullable String checkItemCode,
        @Nullable String checkItemText,
        String spot,
        @Nullable GeoPoint position,
        List<UUID> pictures,
        Instant foundAt,
        @Nullable UUID sourceId,
        @Nullable String planKind,
        boolean anotherSpot) {

    public NewCase {
        pictures = List.copyOf(pictures);
    }
}
