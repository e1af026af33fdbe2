package org.civitas.platform.watch;

/** 数据流 — a module that reads another's facts on its own says here how far it is behind, in the current city. */
public interface FeedWatch {

    /** Stable name, such as {@code casework.findings}. */
    String name();

    /** What flows, in Chinese. */
    String title();

    /** Facts that wait to be taken, counted up to 1,000. */
    long waiting();
}
