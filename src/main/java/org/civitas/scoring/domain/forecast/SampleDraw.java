package org.civitas.scoring.domain.forecast;

/** 抽点 — draws sites of one type without replacement, each equally likely; all of them where there are no more. */
final class SampleDraw {

    private final int[] order;
    private final int[] swapped;

    SampleDraw(int sites, int wanted) {
        order = new int[sites];
        for (int i = 0; i < sites; i++) {
            order[i] = i;
        }
        swapped = new int[Math.min(sites, wanted)];
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = i;
        }
    }

    int size() {
        return swapped.length;
    }

    int at(int place) {
        return order[place];
    }

    /** First places of a Fisher–Yates shuffle; the former swaps are taken back first, so that no draw hangs on another. */
    void draw(DrawStream stream) {
        for (int i = swapped.length - 1; i >= 0; i--) {
            swap(i, swapped[i]);
        }
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = i + stream.below(order.length - i);
            swap(i, swapped[i]);
        }
    }

    private void swap(int a, int b) {
        int kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
}
