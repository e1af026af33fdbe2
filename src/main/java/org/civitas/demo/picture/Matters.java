package org.civitas.demo.picture;

import org.civitas.demo.chance.Draw;

/** What is wrong in a picture, and what stands there once it is mended. */
final class Matters {

    private final Brush brush;
    private final Draw draw;
    private final Things things;

    Matters(Brush brush, Draw draw) {
        this.brush = brush;
        this.draw = draw;
        this.things = new Things(brush, draw);
    }

    void bikes(boolean fault) {
        int count = draw.whole(4, 7);
        for (int i = 0; i < count; i++) {
            double y = fault ? draw.between(222, 280) : 216;
            double x = fault ? draw.between(70, 420) : 90 + i * 46;
            double size = fault ? draw.between(66, 88) : 62;
            if (draw.chance(0.6)) {
                things.bike(x, y, size, things.bright());
            } else {
                things.moped(x, y, size, things.bright());
            }
        }
        if (!fault) {
            brush.ink(0xFFFFFF).pen(2.5).frame(62, 196, count * 46 + 12, 24);
        }
    }

    void car(boolean fault) {
        int colour = things.bright();
        double x = draw.between(160, 320);
        things.car(x, fault ? 262 : 345, fault ? 190 : 165, colour);
        if (!fault) {
            brush.ink(0xFFFFFF).pen(3).trace(x - 110, 300, x - 110, 356, x + 110, 356, x + 110, 300);
        }
    }

    void stall(boolean fault) {
        double x = draw.between(130, 300);
        int cloth = things.bright();
        if (!fault) {
            things.person(x + 60, 250, 74, things.bright());
            return;
        }
        things.shadow(x, 272, 95);
        brush.ink(0x6A5A48).pen(4).line(x - 70, 185, x - 70, 270);
        brush.line(x + 70, 185, x + 70, 270);
        for (int i = 0; i < 7; i++) {
            brush.ink(i % 2 == 0 ? cloth : 0xFFFFFF)
                    .shape(
                            x - 84 + i * 24,
                            188,
                            x - 60 + i * 24,
                            188,
                            x - 54 + (i - 3) * 2 + i * 22,
                            152,
                            x - 70 + (i - 3) * 2 + i * 22,
                            152);
        }
        brush.ink(0xB98E58).box(x - 72, 230, 144, 12);
        for (int i = 0; i < 9; i++) {
            brush.ink(i % 3 == 0 ? 0xE4572E : i % 3 == 1 ? 0x7CB342 : 0xF2C14E).disc(x - 62 + i * 15.5, 224, 9);
        }
        things.person(x + 100, 268, 92, things.bright());
        things.carton(x - 120, 275, 36, 30);
    }

    void litter(boolean fault) {
        things.bin(draw.between(370, 420), 262, 58, 0x4F7F9C);
        if (fault) {
            things.scraps(draw.whole(14, 22), 60, 380, 212, 280);
            things.bag(draw.between(120, 260), 272, 52, 0x3E4A56);
        } else {
            things.person(draw.between(100, 200), 268, 86, 0xF28C28);
        }
    }

    void pavement(boolean fault) {
        double x = draw.between(150, 300);
        double y = 258;
        if (fault) {
            brush.ink(0x7D6B55)
                    .shape(
                            x - 70, y - 6, x - 20, y - 20, x + 50, y - 16, x + 82, y + 4, x + 30, y + 18, x - 48,
                            y + 16);
            brush.ink(0x5F503E).oval(x, y, 38, 9);
            for (int i = 0; i < 7; i++) {
                double bx = x + draw.between(-85, 85);
                double by = y + draw.between(-18, 22);
                brush.ink(0xBDB5A7).shape(bx, by, bx + 22, by - 7, bx + 30, by + 4, bx + 8, by + 10);
            }
        } else {
            brush.ink(0xE2DDD3).shape(x - 78, y - 22, x + 68, y - 22, x + 88, y + 20, x - 92, y + 20);
            brush.ink(0xB6AEA1).pen(1.2).line(x - 84, y, x + 78, y);
            for (int i = -2; i < 3; i++) {
                brush.line(x + i * 30, y - 22, x + i * 36, y + 20);
            }
        }
    }

    void bills(boolean fault) {
        brush.ink(0x7D8B90).box(300, 60, 130, 202);
        brush.ink(0x93A1A6).box(308, 68, 114, 186);
        if (fault) {
            for (int i = 0; i < draw.whole(9, 14); i++) {
                int paper = new int[] {0xFFFDF0, 0xFFE08A, 0xF7B7A3, 0xBFE3C0}[draw.below(4)];
                things.sheet(
                        draw.between(70, 400),
                        draw.between(50, 205),
                        draw.between(26, 42),
                        draw.between(32, 50),
                        paper);
            }
            brush.ink(0x2E2E2E, 170).pen(5).trace(90, 232, 120, 215, 135, 238, 160, 214, 175, 236);
        } else {
            brush.ink(0xFFFFFF, 60).box(70, 50, 220, 190);
        }
    }

    void sign(boolean fault) {
        double x = draw.between(120, 240);
        int ground = new int[] {0xC8372D, 0x2F7D5B, 0x2B66A8}[draw.below(3)];
        brush.ink(0x6D7479).box(x + 18, 180, 8, 92);
        brush.box(x + 134, 180, 8, 92);
        brush.ink(ground).box(x, 92, 160, 100);
        brush.ink(0xFFF3D0).box(x + 16, 106, 86, 12);
        brush.ink(0xFFFFFF, 200).box(x + 16, 128, 66, 7);
        brush.box(x + 16, 144, 74, 7);
        brush.ink(0xF6C85F).disc(x + 128, 134, 22);
        brush.ink(0x7CB97A).shape(x + 100, 188, x + 128, 150, x + 158, 188);
        if (fault) {
            brush.ink(0xE8E6E0).shape(x + 92, 92, x + 160, 92, x + 160, 160, x + 128, 132, x + 118, 150, x + 104, 118);
            brush.ink(0xF5F2EA).shape(x + 104, 118, x + 128, 132, x + 120, 176, x + 96, 150);
            brush.ink(0x8A8A86).pen(1.6).trace(x + 20, 92, x + 34, 122, x + 26, 148, x + 44, 192);
        }
    }

    void busStop(boolean fault) {
        brush.ink(0x4C6E8C).box(90, 95, 300, 12);
        brush.ink(0xBFD7E6, 170).box(100, 107, 280, 125);
        brush.ink(0x5A6670).box(104, 107, 6, 148);
        brush.box(370, 107, 6, 148);
        things.sheet(125, 122, 90, 92, 0xFFFFFF);
        brush.ink(0x2E86AB).box(235, 122, 115, 92);
        brush.ink(0xFFFFFF, 200).box(248, 138, 62, 9);
        brush.ink(0x8B6B4A).box(150, 238, 190, 9);
        if (fault) {
            for (int i = 0; i < 8; i++) {
                things.sheet(
                        draw.between(110, 340),
                        draw.between(112, 190),
                        draw.between(24, 36),
                        draw.between(28, 40),
                        i % 2 == 0 ? 0xFFE08A : 0xF9F4E6);
            }
            things.scraps(9, 110, 380, 250, 280);
        } else {
            things.person(draw.between(170, 230), 262, 84, things.bright());
        }
    }

    void crossers(boolean fault) {
        things.car(draw.between(60, 110), fault ? 340 : 222, fault ? 150 : 120, things.bright());
        if (fault) {
            for (int i = 0; i < 3; i++) {
                things.person(190 + i * 58 + draw.between(-15, 15), 268 + draw.between(-12, 22), 84, things.bright());
            }
            things.moped(330, 300, 84, things.bright());
        } else {
            things.person(385, 205, 74, things.bright());
            things.person(415, 208, 76, things.bright());
            things.person(360, 204, 72, 0xD6352B);
        }
    }

    void smoke(boolean fault) {
        brush.ink(0xFFFFFF).soft(385, 70, 70, 70, 8);
        brush.ink(0xD6352B).pen(6).ring(420, 105, 26);
        brush.line(402, 123, 438, 87);
        brush.ink(0x444444).box(404, 102, 32, 6);
        double x = draw.between(120, 190);
        if (fault) {
            things.person(x, 335, 150, things.bright());
            brush.ink(0xF5F5F5).pen(4).line(x + 24, 262, x + 40, 256);
            brush.ink(0xE4572E).disc(x + 42, 255, 3);
            brush.ink(0x9AA0A6, 120).pen(5).trace(x + 44, 246, x + 52, 228, x + 44, 212, x + 56, 192);
            things.scraps(6, 90, 300, 318, 348);
        } else {
            things.bin(x, 335, 60, 0x4F7F9C);
        }
    }
}
