package org.civitas.demo.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 观察记录 — one check item judged at one site.
 *
 * @param outcome CONFORMING, NONCONFORMING, NOT_APPLICABLE, GRADED, COUNTED or MEASURED
 */
public record StoryObservation(
        UUID id,
        Item item,
        String outcome,
        @Nullable String grade,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        boolean failed,
        List<Item.Fault> faults,
        @Nullable UUID picture,
        Instant at) {

    public String faultWords() {
        return String.join("；", faults.stream().map(Item.Fault::text).toList());
    }
}
