package org.civitas.platform.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 数据流 — a module that reads another's facts on its own says here how far it is behind, in the current city. */
public interface FeedWatch {

    /** Stable name, such as {@code casework.findings}. */
    String name();

    /** What flows, in Chinese. */
    String title();

    /** Facts that wait to be taken, counted up to 1,000. */
    long waiting();

    /** When the one that waits longest came in; absent when nothing waits. */
    @Nullable
    Instant oldest();
}
