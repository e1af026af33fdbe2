package org.civitas.casework.application;

import java.time.Instant;
import org.civitas.casework.persistence.FeedPositions;
import org.civitas.inspection.ObservationFeed;
import org.civitas.platform.watch.FeedWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many findings of inspections have not become cases yet. */
@Component
class FindingsWatch implements FeedWatch {

    private static final int MOST_COUNTED = 1_000;

    private final ObservationFeed feed;
    private final FeedPositions positions;

    FindingsWatch(ObservationFeed feed, FeedPositions positions) {
        this.feed = feed;
        this.positions = positions;
    }

    @Override
    public String name() {
        return TakeFindings.CONSUMER;
    }

    @Override
    public String title() {
        return "督查发现的问题转为案件";
    }

    @Override
    public long waiting() {
        return feed.after(positions.at(TakeFindings.CONSUMER), MOST_COUNTED).size();
    }

    @Override
    public @Nullable Instant oldest() {
        return feed.oldestAfter(positions.at(TakeFindings.CONSUMER));
    }
}
