package org.civitas.demo.picture;

/** The word 示意图 in the corner, drawn stroke by stroke, so that it needs no type. */
final class Stamp {

    private static final double[][][] GLYPHS = {
        {{4, 3, 16, 3}, {2, 8, 18, 8}, {10, 8, 10, 18, 8, 17}, {6, 11, 3, 16}, {14, 11, 17, 16}},
        {
            {10, 0, 10, 2},
            {3, 3, 17, 3},
            {7, 4, 8, 6},
            {13, 4, 12, 6},
            {1, 7, 19, 7},
            {5, 9, 15, 9, 15, 13.5, 5, 13.5, 5, 9},
            {5, 11.2, 15, 11.2},
            {3, 15, 2, 18},
            {6, 15, 6, 18.5, 13, 18.5, 13.5, 16.5},
            {9, 14.7, 10.5, 16.5},
            {16, 14.7, 18, 17.5}
        },
        {
            {2, 1, 18, 1, 18, 19, 2, 19, 2, 1},
            {8, 3, 4, 8},
            {7, 5, 13, 5, 4, 12},
            {7.5, 7, 15.5, 12},
            {9, 12.5, 11.5, 14},
            {7.5, 15.2, 11.5, 17}
        }
    };

    private Stamp() {}

    static void press(Brush brush) {
        brush.ink(0x000000, 110).soft(Brush.WIDTH - 70, 6, 64, 22, 8);
        brush.ink(0xFFFFFF, 235).pen(1.3);
        for (int i = 0; i < GLYPHS.length; i++) {
            double left = Brush.WIDTH - 64 + i * 18.5;
            double top = 9;
            for (double[] stroke : GLYPHS[i]) {
                double[] moved = new double[stroke.length];
                for (int k = 0; k < stroke.length; k += 2) {
                    moved[k] = left + stroke[k] * 0.8;
                    moved[k + 1] = top + stroke[k + 1] * 0.8;
                }
                brush.trace(moved);
            }
        }
    }
}
