package org.civitas.inspection;

import java.util.UUID;

/**
 * 流位置 — how far a consumer has read; store the three parts in the transaction of the effect.
 *
 * @param epoch grows when a restored database starts to count transactions anew
 * @param xid the transaction that wrote the row
 * @param id the row within that transaction
 */
public record FeedPosition(int epoch, long xid, UUID id) {

    /** Before the first row ever written. */
    public static final FeedPosition START = new FeedPosition(0, 0, new UUID(0, 0));
}
