package org.civitas.scoring.domain;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 负面清单事件 — an event that acts on the whole round through a requirement with a {@link Veto}.
 *
 * @param department unit of the 条 line that is charged with it, if one is named
 * @param territory unit of the 块 line that is charged with it, if one is named
 */
public record VetoEvent(
        UUID id,
        String requirementCode,
        String what,
        EnteredFact.Source source,
        @Nullable UUID department,
        @Nullable UUID territory) {

    static final Comparator<VetoEvent> IN_TIME =
            Comparator.comparing((VetoEvent e) -> e.source().on()).thenComparing(VetoEvent::id, IdOrder.BY_ID);
}
