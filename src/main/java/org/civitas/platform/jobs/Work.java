package org.civitas.platform.jobs;

import org.jspecify.annotations.Nullable;

/**
 * 后台工作 — a kind of long work; a bean of this type is found by its kind.
 *
 * <p>It may be run again after a crash, so it must come to the same end when it finds its work half done; one whose effect
 * must not be made twice ends itself with {@link Progress#end} in the transaction of the effect.
 */
public interface Work {

    /** What the work answers when it is done: words for the person, and where the result lies. */
    record Outcome(String message, @Nullable String resultUrl) {}

    /** Stable name, such as {@code site.import}. */
    String kind();

    /** Whether its starter may stop it: only work that leaves nothing behind when its progress throws {@link Cancelled}. */
    default boolean cancellable() {
        return false;
    }

    /** Does the work in the name of the city and account that asked for it. {@code data} is the JSON given at the start. */
    Outcome run(String data, Progress progress);

    /** Where the work says how far it is; calls are cheap, they are written at most twice a second. */
    interface Progress {

        /**
         * Written in a transaction of its own, so that it is seen while a long one is under way.
         *
         * @throws Cancelled when the starter asked to stop
         * @throws TakenOver when another node has begun it anew
         */
        void at(long done, long total, String message);

        /**
         * Makes sure, inside the transaction of an effect, that the work is still this node's, and keeps it so until the
         * commit. For work of many short transactions; {@link #at} must not be called in one that holds.
         *
         * @throws TakenOver when another node has begun it anew: the effect must not be made here
         */
        default void hold() {}

        /**
         * Ends the work inside the transaction of its effect: both are there or neither, so that a node that dies in between
         * does not have the effect made again by the next one. Nothing to do where no work was started.
         *
         * @throws TakenOver when another node has begun it anew: the effect must not be made here
         */
        default void end(Outcome outcome) {}
    }

    /** 被接手 — this node was silent so long that another began the work anew; let it pass through likewise. */
    final class TakenOver extends RuntimeException {
        TakenOver(java.util.UUID work) {
            super("work " + work + " was taken over by another node", null, false, false);
        }
    }

    /** 取消 — the starter does not want it any more; let it pass through, so that the transaction is rolled back. */
    final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
