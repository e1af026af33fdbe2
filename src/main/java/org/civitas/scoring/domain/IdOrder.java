package org.civitas.scoring.domain;

import java.util.Comparator;
import java.util.UUID;

/**
 * 标识次序 — the order that breaks every tie: unsigned, as PostgreSQL sorts uuid.
 *
 * <p>{@link UUID#compareTo} compares signed halves; a published figure must not hang on that.
 */
public final class IdOrder implements Comparator<UUID> {

    public static final IdOrder BY_ID = new IdOrder();

    private IdOrder() {}

    @Override
    public int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
