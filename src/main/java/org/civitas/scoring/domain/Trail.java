package org.civitas.scoring.domain;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * 沿途记录 — where and when along the way something was seen.
 *
 * @param metres length that was walked, 0 where it was not measured
 * @param occurrences in any order
 */
public record Trail(int metres, List<Occurrence> occurrences) {

    /** 一处 — {@code metre} from the beginning of the way, {@code second} from the beginning of the look. */
    public record Occurrence(int metre, int second) {}

    public Trail {
        occurrences = List.copyOf(occurrences);
        if (metres < 0) {
            throw new IllegalArgumentException("negative length");
        }
    }

    /** The largest number of occurrences within any window of this length, both ends included. */
    int mostWithin(int length, ToIntFunction<Occurrence> position) {
        int[] sorted = occurrences.stream().mapToInt(position).sorted().toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while ((long) sorted[last] - sorted[first] > length) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
