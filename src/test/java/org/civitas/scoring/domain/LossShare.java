package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 失分归集 — what one unit, area, site type or criterion carries of a loss.
 *
 * @param key null gathers the pieces that nobody answers for (无责任单位)
 */
public record LossShare<K>(@Nullable K key, long nanos, int pieces) {

    /** Every piece falls into exactly one share, so the shares sum to the loss; the largest first, ties by key. */
    public static <K> List<LossShare<K>> by(List<LossPiece> pieces, Function<LossPiece, @Nullable K> keyOf) {
        Map<@Nullable K, LossShare<K>> shares = new HashMap<>();
        for (LossPiece piece : pieces) {
            K key = keyOf.apply(piece);
            LossShare<K> before = shares.get(key);
            shares.put(
                    key,
                    before == null
                            ? new LossShare<>(key, piece.nanos(), 1)
                            : new LossShare<>(key, before.nanos + piece.nanos(), before.pieces + 1));
        }
        List<LossShare<K>> sorted = new ArrayList<>(shares.values());
        sorted.sort(Comparator.comparingLong((LossShare<K> share) -> -share.nanos())
                .thenComparing(share -> String.valueOf(share.key())));
        return List.copyOf(sorted);
    }
}
