package org.civitas.demo.picture;

import org.civitas.demo.chance.Draw;

/** Things that stand in a picture; each is drawn on its foot point. */
final class Things {

    private static final int[] BRIGHT = {0xE4572E, 0x2E86AB, 0xF2A541, 0x3C9D6B, 0x8E5EA2, 0x3B6FB6, 0xD1495B, 0x6C757D
    };

    private final Brush brush;
    private final Draw draw;

    Things(Brush brush, Draw draw) {
        this.brush = brush;
        this.draw = draw;
    }

    int bright() {
        return BRIGHT[draw.below(BRIGHT.length)];
    }

    void shadow(double x, double y, double across) {
        brush.ink(0x000000, 40).oval(x, y, across, across * 0.16);
    }

    void bike(double x, double y, double size, int colour) {
        double r = size * 0.23;
        double back = x - size * 0.32;
        double front = x + size * 0.32;
        double axle = y - r;
        shadow(x, y, size * 0.55);
        brush.ink(0x2B2B2B).pen(size * 0.045).ring(back, axle, r);
        brush.ring(front, axle, r);
        brush.ink(colour)
                .pen(size * 0.06)
                .trace(
                        back,
                        axle,
                        x - size * 0.1,
                        axle - size * 0.3,
                        front - size * 0.08,
                        axle - size * 0.3,
                        x,
                        axle,
                        back,
                        axle);
        brush.trace(x, axle, x - size * 0.13, axle - size * 0.38);
        brush.trace(front, axle, front - size * 0.1, axle - size * 0.42, front - size * 0.22, axle - size * 0.44);
        brush.ink(0x222222).soft(x - size * 0.22, axle - size * 0.42, size * 0.18, size * 0.06, 4);
    }

    void moped(double x, double y, double size, int colour) {
        double r = size * 0.15;
        shadow(x, y, size * 0.5);
        brush.ink(0x222222).disc(x - size * 0.33, y - r, r);
        brush.disc(x + size * 0.33, y - r, r);
        brush.ink(0xB9BEC4).disc(x - size * 0.33, y - r, r * 0.45);
        brush.disc(x + size * 0.33, y - r, r * 0.45);
        brush.ink(colour)
                .shape(
                        x - size * 0.42,
                        y - size * 0.28,
                        x - size * 0.05,
                        y - size * 0.3,
                        x + size * 0.02,
                        y - size * 0.16,
                        x + size * 0.2,
                        y - size * 0.16,
                        x + size * 0.26,
                        y - size * 0.52,
                        x + size * 0.34,
                        y - size * 0.5,
                        x + size * 0.36,
                        y - size * 0.2,
                        x + size * 0.14,
                        y - size * 0.08,
                        x - size * 0.3,
                        y - size * 0.12);
        brush.ink(0x33373B).soft(x - size * 0.42, y - size * 0.36, size * 0.38, size * 0.08, 6);
        brush.pen(size * 0.04).line(x + size * 0.3, y - size * 0.52, x + size * 0.2, y - size * 0.58);
    }

    void car(double x, double y, double size, int colour) {
        shadow(x, y, size * 0.56);
        brush.ink(colour).soft(x - size * 0.5, y - size * 0.3, size, size * 0.22, size * 0.1);
        brush.shape(
                x - size * 0.33,
                y - size * 0.28,
                x - size * 0.2,
                y - size * 0.48,
                x + size * 0.17,
                y - size * 0.48,
                x + size * 0.34,
                y - size * 0.28);
        brush.ink(0xD9EAF5)
                .shape(
                        x - size * 0.26,
                        y - size * 0.29,
                        x - size * 0.17,
                        y - size * 0.44,
                        x - size * 0.02,
                        y - size * 0.44,
                        x - size * 0.02,
                        y - size * 0.29);
        brush.shape(
                x + size * 0.02,
                y - size * 0.29,
                x + size * 0.02,
                y - size * 0.44,
                x + size * 0.14,
                y - size * 0.44,
                x + size * 0.26,
                y - size * 0.29);
        brush.ink(0x1E1E1E).disc(x - size * 0.28, y - size * 0.09, size * 0.1);
        brush.disc(x + size * 0.28, y - size * 0.09, size * 0.1);
        brush.ink(0xC3C7CB).disc(x - size * 0.28, y - size * 0.09, size * 0.05);
        brush.disc(x + size * 0.28, y - size * 0.09, size * 0.05);
        brush.ink(0xFFE9A8).box(x + size * 0.45, y - size * 0.24, size * 0.05, size * 0.05);
    }

    void person(double x, double y, double size, int coat) {
        shadow(x, y, size * 0.16);
        double step = draw.between(0.04, 0.1) * size;
        brush.ink(0x39424E).pen(size * 0.09).line(x, y - size * 0.42, x - step, y - size * 0.02);
        brush.line(x, y - size * 0.42, x + step, y - size * 0.02);
        brush.ink(coat).soft(x - size * 0.12, y - size * 0.8, size * 0.24, size * 0.42, size * 0.14);
        brush.pen(size * 0.07).line(x - size * 0.09, y - size * 0.72, x - size * 0.15, y - size * 0.45);
        brush.line(x + size * 0.09, y - size * 0.72, x + size * 0.15, y - size * 0.45);
        brush.ink(0xF1C9A5).disc(x, y - size * 0.9, size * 0.09);
        brush.ink(0x3A2E28).oval(x, y - size * 0.945, size * 0.09, size * 0.055);
    }

    void tree(double x, double y, double size) {
        shadow(x, y, size * 0.3);
        brush.ink(0x7A5A3C).box(x - size * 0.04, y - size * 0.5, size * 0.08, size * 0.5);
        int green = draw.chance(0.5) ? 0x5FA55A : 0x4C9463;
        brush.ink(green).disc(x, y - size * 0.75, size * 0.27);
        brush.disc(x - size * 0.2, y - size * 0.6, size * 0.2);
        brush.disc(x + size * 0.2, y - size * 0.6, size * 0.2);
        brush.ink(0xFFFFFF, 35).disc(x - size * 0.07, y - size * 0.83, size * 0.12);
    }

    void bin(double x, double y, double size, int colour) {
        shadow(x, y, size * 0.3);
        brush.ink(colour)
                .shape(
                        x - size * 0.26,
                        y - size * 0.7,
                        x + size * 0.26,
                        y - size * 0.7,
                        x + size * 0.2,
                        y,
                        x - size * 0.2,
                        y);
        brush.ink(0xFFFFFF, 190).soft(x - size * 0.1, y - size * 0.48, size * 0.2, size * 0.2, 4);
        brush.ink(0x2E3A46).soft(x - size * 0.3, y - size * 0.78, size * 0.6, size * 0.1, 5);
    }

    void bag(double x, double y, double size, int colour) {
        brush.ink(colour).oval(x, y - size * 0.3, size * 0.34, size * 0.3);
        brush.shape(x - size * 0.1, y - size * 0.55, x, y - size * 0.8, x + size * 0.1, y - size * 0.55);
        brush.ink(0xFFFFFF, 50).oval(x - size * 0.1, y - size * 0.38, size * 0.08, size * 0.12);
    }

    void carton(double x, double y, double width, double height) {
        brush.ink(draw.chance(0.5) ? 0xC69C6D : 0xB98A57).box(x, y - height, width, height);
        brush.ink(0xE0C39A).box(x + width * 0.42, y - height, width * 0.16, height);
        brush.ink(0x8A6238).pen(1.5).frame(x, y - height, width, height);
    }

    /** Scraps of paper, cups and leaves on the floor between the two lines. */
    void scraps(int count, double left, double right, double top, double bottom) {
        for (int i = 0; i < count; i++) {
            double x = draw.between(left, right);
            double y = draw.between(top, bottom);
            double size = draw.between(6, 13) * (0.6 + 0.6 * (y - top) / Math.max(1, bottom - top));
            switch (draw.below(4)) {
                case 0 ->
                    brush.ink(0xF7F4EC)
                            .shape(
                                    x,
                                    y,
                                    x + size,
                                    y - size * 0.3,
                                    x + size * 1.2,
                                    y + size * 0.4,
                                    x + size * 0.3,
                                    y + size * 0.6);
                case 1 -> {
                    brush.ink(0xD64545)
                            .shape(x, y, x + size * 0.6, y, x + size * 0.5, y + size, x + size * 0.1, y + size);
                    brush.ink(0xFFFFFF).box(x - 1, y - 2, size * 0.6 + 2, 3);
                }
                case 2 -> brush.ink(0x5B8FD6, 200).soft(x, y, size * 1.3, size * 0.6, 5);
                default -> brush.ink(0xE8B33F).oval(x, y, size * 0.5, size * 0.25);
            }
        }
    }

    /** A sheet with bars in place of words. */
    void sheet(double x, double y, double width, double height, int paper) {
        brush.ink(paper).box(x, y, width, height);
        brush.ink(0x333333, 150);
        int rows = Math.max(2, (int) (height / 8));
        for (int i = 1; i < rows; i++) {
            brush.box(
                    x + width * 0.12,
                    y + height * i / rows - 1,
                    width * (i == 1 ? 0.76 : draw.between(0.35, 0.76)),
                    i == 1 ? 3.5 : 2);
        }
    }
}
