package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows that repeat what must be unique within the file.
 *
 * <p>It remembers 20 bytes for a row and no words: two hashes of 64 bits and the row's number in open tables. Two different
 * values with both hashes alike would be taken for the same once in more files than there will be.
 */
final class UniqueRows {

    private final List<List<Column<?>>> groups;
    private long[] first = new long[1 << 12];
    private long[] second = new long[1 << 12];
    private int[] row = new int[1 << 12];
    private int size;

    UniqueRows(SheetForm form) {
        this.groups = form.unique();
    }

    void check(SheetRow sheetRow) {
        for (int i = 0; i < groups.size(); i++) {
            List<Column<?>> group = groups.get(i);
            List<Object> key = new ArrayList<>(group.size());
            for (Column<?> column : group) {
                Object value = sheetRow.get(column);
                if (value != null) {
                    key.add(value);
                }
            }
            if (key.size() < group.size()) {
                continue;
            }
            int before =
                    remember(hash(i, key, 0x9E3779B97F4A7C15L), hash(i, key, 0xC2B2AE3D27D4EB4FL), sheetRow.number());
            if (before != 0) {
                String headers =
                        Words.headers(group.stream().<String>map(Column::header).toList());
                sheetRow.fault(group.getFirst(), headers + "与第 " + before + " 行重复，请删去其中一行。");
            }
        }
    }

    /** The row that had the key before, or 0. */
    private int remember(long one, long two, int number) {
        if (2 * size >= row.length) {
            grow();
        }
        int place = place(one, two);
        if (row[place] != 0) {
            return row[place];
        }
        put(place, one, two, number);
        return 0;
    }

    private int place(long one, long two) {
        int place = (int) one & (row.length - 1);
        while (row[place] != 0 && (first[place] != one || second[place] != two)) {
            place = (place + 1) & (row.length - 1);
        }
        return place;
    }

    private void put(int place, long one, long two, int number) {
        first[place] = one;
        second[place] = two;
        row[place] = number;
        size++;
    }

    private void grow() {
        long[] ones = first;
        long[] twos = second;
        int[] numbers = row;
        first = new long[2 * ones.length];
        second = new long[2 * ones.length];
        row = new int[2 * ones.length];
        size = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                put(place(ones[i], twos[i]), ones[i], twos[i], numbers[i]);
            }
        }
    }

    /** Over the letters of the values (a value's own hash has 32 bits only), mixed as SplitMix64 does. */
    private static long hash(int group, List<Object> key, long seed) {
        long hash = seed + group;
        for (Object value : key) {
            String words = value.toString();
            for (int i = 0; i < words.length(); i++) {
                hash = mix(hash ^ words.charAt(i));
            }
            hash = mix(hash + 0x10000 + words.length());
        }
        return hash;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
