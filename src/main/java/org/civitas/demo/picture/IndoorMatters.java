package org.civitas.demo.picture;

import org.civitas.demo.chance.Draw;

/** Matters inside houses, in markets, on water and around works. */
final class IndoorMatters {

    private final Brush brush;
    private final Draw draw;
    private final Things things;

    IndoorMatters(Brush brush, Draw draw) {
        this.brush = brush;
        this.draw = draw;
        this.things = new Things(brush, draw);
    }

    void goods(boolean fault) {
        if (!fault) {
            brush.ink(0xC9453A).soft(215, 222, 22, 48, 8);
            brush.ink(0x2B2B2B).box(221, 214, 10, 9);
            return;
        }
        double x = draw.between(175, 205);
        for (int i = 0; i < 3; i++) {
            things.carton(x + i * 10, 338 - i * 46, 88 - i * 14, 46);
        }
        things.bike(x + 150, 345, 120, things.bright());
        things.bag(x - 30, 345, 60, 0x6B705C);
        brush.ink(0x8A5A3B).box(x + 70, 225, 58, 8);
        brush.ink(0x6F4A30).pen(5).line(x + 76, 233, x + 72, 300);
        brush.line(x + 122, 233, x + 126, 300);
    }

    void charging(boolean fault) {
        double x = draw.between(220, 260);
        if (!fault) {
            brush.ink(0xFFFFFF).soft(190, 120, 66, 84, 6);
            brush.ink(0xD6352B).pen(5).ring(223, 150, 20);
            brush.line(209, 164, 237, 136);
            brush.ink(0x333333).soft(214, 146, 18, 8, 3);
            things.sheet(198, 178, 50, 20, 0xFFFFFF);
            return;
        }
        things.moped(x, 345, 150, things.bright());
        brush.ink(0x1F1F1F).pen(3).hang(120, 0, x, 255, 70);
        brush.hang(165, 0, x - 12, 262, 110);
        brush.ink(0xF4F4F0).soft(x - 22, 236, 40, 14, 4);
        brush.ink(0xE4572E).disc(x + 10, 243, 3);
    }

    void extinguisher(boolean fault) {
        double x = draw.between(195, 240);
        brush.ink(0xC9453A).box(x, 205, 74, 66);
        brush.ink(0xF2D9D4).box(x + 6, 211, 62, 54);
        brush.ink(0xC9453A).box(x + 6, 172, 62, 26);
        brush.ink(0xFFFFFF, 220).box(x + 14, 181, 46, 6);
        if (fault) {
            things.scraps(4, x + 6, x + 56, 246, 262);
            brush.ink(0x555555).pen(1.5).trace(x + 8, 212, x + 22, 226, x + 14, 238);
        } else {
            for (int i = 0; i < 2; i++) {
                brush.ink(0xD6352B).soft(x + 14 + i * 28, 222, 18, 42, 7);
                brush.ink(0x2B2B2B).box(x + 19 + i * 28, 214, 8, 9);
                brush.ink(0xFFFFFF).box(x + 16 + i * 28, 236, 14, 12);
            }
        }
    }

    void water(boolean fault) {
        double x = draw.between(200, 280);
        if (fault) {
            brush.ink(0x8FA9B5, 200).oval(x, 300, 88, 22);
            brush.ink(0xFFFFFF, 90).oval(x - 20, 295, 36, 6);
            brush.ink(0x8FA9B5, 180).oval(x - 50, 235, 40, 9);
            things.scraps(8, 170, 330, 245, 340);
        } else {
            brush.ink(0xF3D34A).shape(x - 18, 310, x, 255, x + 18, 310);
            brush.ink(0x333333).box(x - 3, 275, 6, 16);
            things.person(x + 55, 300, 92, 0x3C9D6B);
        }
    }

    void aisle(boolean fault) {
        if (fault) {
            for (int i = 0; i < 5; i++) {
                double x = draw.between(150, 300);
                double y = 215 + i * 30;
                things.carton(x, y, 50 + i * 5, 30 + i * 3);
                brush.ink(i % 2 == 0 ? 0x7CB342 : 0xE4572E);
                for (int k = 0; k < 4; k++) {
                    brush.disc(x + 9 + k * 13, y - 33 - i * 3, 8);
                }
            }
        } else {
            brush.ink(0xF3D34A).pen(4).line(205, 180, 120, 355);
            brush.line(275, 180, 360, 355);
            things.person(draw.between(225, 255), 290, 96, things.bright());
        }
    }

    void dirt(boolean fault) {
        brush.ink(0xF8F8F6).soft(458 - 30, 150, 26, 20, 5);
        if (fault) {
            brush.ink(0x8A7B63, 170).oval(draw.between(120, 220), 320, 95, 18);
            brush.ink(0x8A7B63, 150).oval(365, 188, 50, 6);
            things.scraps(12, 40, 440, 275, 345);
            brush.ink(0x6E614C, 120).pen(3).trace(150, 255, 165, 285, 155, 320);
        } else {
            brush.ink(0xFFFFFF, 120).shape(60, 350, 180, 262, 210, 262, 100, 350);
            brush.ink(0xFFFFFF).disc(441, 160, 10);
            brush.ink(0x3C9D6B).soft(380, 150, 14, 24, 4);
        }
    }

    void lawn(boolean fault) {
        if (fault) {
            brush.ink(0xA98B62).oval(370, 305, 88, 26);
            brush.ink(0x94774F).oval(350, 300, 40, 10);
            things.scraps(13, 130, 400, 285, 345);
        } else {
            for (int i = 0; i < 26; i++) {
                double x = draw.between(300, 450);
                double y = draw.between(285, 330);
                brush.ink(0x5B9A50).pen(2).line(x, y, x - 2, y - 9);
                brush.line(x, y, x + 3, y - 8);
                if (i % 4 == 0) {
                    brush.ink(things.bright()).disc(x, y - 11, 3.5);
                }
            }
        }
    }

    void floating(boolean fault) {
        if (!fault) {
            brush.ink(0x9A6B42).shape(180, 285, 330, 285, 305, 312, 205, 312);
            things.person(255, 290, 74, 0xF28C28);
            brush.ink(0x6B4A2D).pen(3).line(278, 235, 320, 310);
            return;
        }
        things.scraps(16, 70, 400, 235, 320);
        for (int i = 0; i < 6; i++) {
            double x = draw.between(80, 380);
            double y = draw.between(240, 330);
            brush.ink(0xD9EEF5, 220).soft(x, y, 26, 10, 8);
            brush.ink(0x3C9D6B).box(x + 24, y + 2, 6, 6);
        }
        brush.ink(0x5C7A4A, 170).oval(draw.between(150, 320), 290, 70, 12);
    }

    void hoarding(boolean fault) {
        if (fault) {
            double x = 116 + 62 * draw.below(3);
            brush.ink(0xA89878).box(x, 145, 59, 110);
            brush.ink(0x8C7B5C).shape(x - 20, 262, x + 10, 205, x + 60, 215, x + 110, 275, x + 40, 285);
            brush.ink(0x7A6A4E).shape(x - 60, 330, x - 20, 275, x + 60, 280, x + 150, 340);
            brush.ink(0x5F6E7A).shape(x + 62, 160, x + 118, 186, x + 92, 262, x + 40, 238);
        } else {
            brush.ink(0xFFFFFF, 80).box(0, 300, Brush.WIDTH, 12);
            brush.ink(0xE4572E);
            for (int i = 0; i < 5; i++) {
                brush.shape(40 + i * 95, 292, 50 + i * 95, 258, 60 + i * 95, 292);
            }
        }
    }

    void bins(boolean fault) {
        int[] colours = {0x3C9D6B, 0x3B6FB6, 0x6C757D, 0xC9453A};
        for (int i = 0; i < 4; i++) {
            things.bin(130 + i * 74, 275, 92, colours[i]);
        }
        if (fault) {
            for (int i = 0; i < 4; i++) {
                things.bag(130 + i * 74, 210, 52, i % 2 == 0 ? 0x3E4A56 : 0xD8D4C8);
                things.bag(
                        100 + i * 82 + draw.between(-20, 20),
                        318,
                        draw.between(44, 66),
                        i % 2 == 0 ? 0x6B705C : 0x3E4A56);
            }
            things.scraps(10, 80, 420, 285, 345);
        }
    }

    void notice(boolean fault) {
        double x = draw.between(60, 110);
        brush.ink(0x5A6672).box(x + 44, 250, 8, 70);
        brush.soft(x + 20, 316, 56, 8, 6);
        brush.ink(fault ? 0xB9C2CA : 0x1F4E9E).soft(x, 165, 96, 92, 8);
        if (fault) {
            brush.ink(0x8E99A3).soft(x + 12, 178, 72, 66, 5);
            things.sheet(x + 30, 212, 34, 44, 0xF7F1DC);
            things.carton(x + 110, 338, 60, 44);
            things.scraps(5, x + 90, x + 220, 318, 345);
        } else {
            things.sheet(x + 10, 176, 76, 70, 0xFFFFFF);
            things.person(x + 140, 330, 120, 0xC8372D);
        }
    }
}
