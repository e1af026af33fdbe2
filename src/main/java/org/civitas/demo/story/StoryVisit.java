package org.civitas.demo.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 检查 — an inspector's visit to a site with all that he observed. */
public record StoryVisit(
        UUID id,
        @Nullable UUID planId,
        @Nullable UUID taskId,
        String kind,
        String ownerArea,
        StorySite site,
        Actor inspector,
        Instant startedAt,
        Instant endedAt,
        List<StoryObservation> observations) {

    public String contentHash() {
        return Drawing.sha256(id + "|" + site.id() + "|" + endedAt);
    }
}
