package org.civitas.inspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 问题流 — problems found, in an order in which none is ever skipped.
 *
 * <p>Ids and times do not appear in commit order; so rows are ordered by (epoch, transaction, id) and only those below
 * every running transaction are handed out. A row appears once a second or so after its commit.
 */
public interface ObservationFeed {

    /**
     * The next rows after the position: failed observations, and corrections that withdraw one. Store the
     * {@link FailedObservation#position()} of the last row handled and ask on from there.
     */
    List<FailedObservation> after(FeedPosition position, int limit);

    /** When the first of those after the position was sent in; absent when there is none. */
    @Nullable
    Instant oldestAfter(FeedPosition position);
}
