package org.civitas.scoring.domain.forecast;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.forecast.EngineRatio.Found;

/** 记忆得分率 — the engine's own answer for what was found, asked once for each combination. */
final class RememberedRatio implements SiteRatio {

    private static final int LARGEST_TABLE = 1 << 16;
    private static final int LARGEST_MAP = 200_000;

    /** Ratios are kept one up or two up, so that 0 means: not asked yet. */
    private static final long KEPT = 2;

    private final Requirement requirement;
    private final String typeCode;
    private final List<ItemModel> items;
    private final int[] places;
    private final AtomicLongArray table;
    private final Map<ByteBuffer, Long> map = new ConcurrentHashMap<>();

    RememberedRatio(Requirement requirement, String typeCode, List<ItemModel> items, int[] places) {
        this.requirement = requirement;
        this.typeCode = typeCode;
        this.items = items;
        this.places = places;
        long size = 1;
        for (int place : places) {
            size = Math.min(size * (items.get(place).outcomes().size() + 1), LARGEST_TABLE + 1L);
        }
        this.table = new AtomicLongArray(size > LARGEST_TABLE ? 0 : (int) size);
    }

    @Override
    public long of(int[] found) {
        return table.length() == 0 ? fromMap(found) : fromTable(found);
    }

    private long fromTable(int[] found) {
        int index = 0;
        for (int place : places) {
            index = index * (items.get(place).outcomes().size() + 1) + found[place] + 1;
        }
        long kept = table.getPlain(index);
        if (kept == 0) {
            kept = ask(found) + KEPT;
            table.set(index, kept);
        }
        return kept - KEPT;
    }

    private long fromMap(int[] found) {
        byte[] key = new byte[places.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) found[places[i]];
        }
        Long kept = map.get(ByteBuffer.wrap(key));
        if (kept == null) {
            kept = ask(found);
            if (map.size() < LARGEST_MAP) {
                map.put(ByteBuffer.wrap(key), kept);
            }
        }
        return kept;
    }

    private long ask(int[] found) {
        List<Found> applicable = new ArrayList<>();
        for (int place : places) {
            if (found[place] >= 0) {
                ItemModel item = items.get(place);
                applicable.add(new Found(item.code(), item.outcomes().get(found[place])));
            }
        }
        return applicable.isEmpty() ? EngineRatio.UNJUDGED : EngineRatio.of(requirement, typeCode, applicable);
    }
}
