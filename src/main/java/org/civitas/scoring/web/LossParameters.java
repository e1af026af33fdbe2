package org.civitas.scoring.web;

import java.util.UUID;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which losses are asked for, as query parameters; a unit of {@code none} asks for those that nobody answers for.
 *
 * @param criterion code of a criterion or of a requirement
 */
record LossParameters(
        @Nullable String area,
        @Nullable String department,
        @Nullable String territory,
        @Nullable String type,
        @Nullable String criterion,
        @Nullable String item,
        @Nullable UUID site) {

    Filter filter(Seen seen) {
        return new Filter(
                seen.round().versionId(),
                seen.narrowed(area),
                seen.units(),
                department,
                territory,
                type,
                criterion,
                item,
                site);
    }
}
