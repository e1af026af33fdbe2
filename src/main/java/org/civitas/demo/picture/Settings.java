package org.civitas.demo.picture;

import org.civitas.demo.chance.Draw;

/** The places themselves, in order, before anything is wrong. */
final class Settings {

    private final Brush brush;
    private final Draw draw;
    private final Things things;

    Settings(Brush brush, Draw draw) {
        this.brush = brush;
        this.draw = draw;
        this.things = new Things(brush, draw);
    }

    private static int pick(Draw draw, int... colours) {
        return colours[draw.below(colours.length)];
    }

    private void sky() {
        int mood = draw.below(4);
        brush.fade(
                new int[] {0xBFE0F5, 0xCFE6EE, 0xE7E3D4, 0xC9D6E2}[mood],
                new int[] {0xF3F9FC, 0xF6F5EA, 0xFBF1DC, 0xEDF1F5}[mood],
                0,
                210);
    }

    private void houses(double ground) {
        double x = -20;
        while (x < Brush.WIDTH) {
            double width = draw.between(70, 130);
            double height = draw.between(90, 175);
            brush.ink(pick(draw, 0xE8DCC8, 0xD7DDE0, 0xEAD5C3, 0xDCE3D5, 0xE3D3D0, 0xCFD6DE))
                    .box(x, ground - height, width, height);
            for (double wy = ground - height + 14; wy < ground - 55; wy += 27) {
                for (double wx = x + 12; wx < x + width - 18; wx += 26) {
                    brush.ink(draw.chance(0.2) ? 0xF9E7A9 : 0x8FAFC4).box(wx, wy, 14, 16);
                }
            }
            brush.ink(things.bright()).box(x + 5, ground - 48, width - 10, 15);
            brush.ink(0xFFFFFF, 180).box(x + width * 0.25, ground - 43, width * 0.5, 5);
            brush.ink(0xB7C7D1).box(x + 10, ground - 32, width - 20, 32);
            brush.ink(0x6E7F8B).pen(2).line(x + width / 2, ground - 32, x + width / 2, ground);
            x += width + draw.between(2, 10);
        }
    }

    void street() {
        sky();
        houses(190);
        brush.fade(0xD8D3CA, 0xC9C2B6, 190, 95);
        brush.ink(0xB6AEA1).pen(1);
        double shift = draw.between(0, 20);
        for (int i = -12; i < 26; i++) {
            brush.line(240 + (i * 26 + shift - 240) * 0.75, 190, 240 + (i * 26 + shift - 240) * 1.25, 285);
        }
        for (double y : new double[] {204, 224, 252}) {
            brush.line(0, y, Brush.WIDTH, y);
        }
        brush.ink(0xE7B84B).shape(0, 232, Brush.WIDTH, 232, Brush.WIDTH, 243, 0, 243);
        brush.ink(0x9A9489).box(0, 285, Brush.WIDTH, 8);
        brush.fade(0x6B7076, 0x585D63, 293, 67);
        brush.ink(0xF4F4F0);
        for (int i = 0; i < 6; i++) {
            brush.box(i * 95 + shift, 330, 52, 5);
        }
        int trees = draw.whole(1, 3);
        for (int i = 0; i < trees; i++) {
            things.tree(60 + i * 170 + draw.between(-30, 30), 214, draw.between(95, 130));
        }
    }

    void stairwell() {
        brush.fade(0xF1EEE6, 0xDAD6CB, 0, 270);
        brush.ink(pick(draw, 0x9DB8A6, 0xA7B6C8, 0xC4B49C)).box(0, 150, Brush.WIDTH, 120);
        brush.fade(0xB5AFA4, 0x9C968B, 270, 90);
        double edge = draw.between(285, 325);
        for (int i = 0; i < 8; i++) {
            brush.ink(i % 2 == 0 ? 0xBEB8AD : 0xADA79C).box(edge + i * 24, 270 - i * 25 - 25, Brush.WIDTH, 25);
            brush.ink(0x8E887D).box(edge + i * 24, 270 - i * 25 - 25, Brush.WIDTH, 3);
        }
        brush.ink(0x6A4E38).pen(7).line(edge - 12, 200, edge + 190, 5);
        brush.ink(0x7C8087).pen(3);
        for (int i = 0; i < 7; i++) {
            brush.line(edge + i * 26, 268 - i * 26, edge + i * 26, 192 - i * 26);
        }
        int door = pick(draw, 0x7C4A33, 0x4E5D6B, 0x8A3B32);
        double left = draw.between(40, 90);
        brush.ink(0x4A4A48).box(left - 7, 83, 114, 187);
        brush.ink(door).box(left, 90, 100, 180);
        brush.ink(0xFFFFFF, 30).box(left + 12, 105, 76, 65);
        brush.box(left + 12, 185, 76, 70);
        brush.ink(0xE2C044).disc(left + 88, 185, 4);
        brush.ink(0xD9453B).soft(left + 36, 70, 28, 12, 3);
        brush.ink(0x3E7C4F).soft(225, 60, 44, 20, 4);
        brush.ink(0xFFFFFF).shape(235, 70, 246, 64, 246, 68, 260, 68, 260, 72, 246, 72, 246, 76);
    }

    void market() {
        brush.fade(0xE9EEF0, 0xDFE5E5, 0, 130);
        brush.ink(0x8FA3AD).pen(4);
        for (int i = 0; i < 6; i++) {
            brush.line(i * 96 + 10, 0, i * 70 + 65, 60);
        }
        brush.ink(0xFFF6D6);
        for (int i = 0; i < 4; i++) {
            brush.soft(50 + i * 110, 38, 60, 8, 6);
        }
        brush.fade(0xCFCBC2, 0xB7B2A7, 130, 230);
        brush.ink(0xA39E93).pen(1.2);
        for (int i = -6; i < 14; i++) {
            brush.line(240 + (i * 60 - 240) * 0.35, 130, 240 + (i * 60 - 240) * 1.6, 360);
        }
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < 3; i++) {
                stall(side, i);
            }
        }
    }

    private void stall(int side, int row) {
        double scale = 0.62 + row * 0.24;
        double width = 130 * scale;
        double x = side == 0 ? 75 - row * 58 : Brush.WIDTH - 75 + row * 58 - width;
        double y = 172 + row * 58;
        brush.ink(things.bright()).box(x, y - 76 * scale, width, 15 * scale);
        brush.ink(0xFFFFFF, 190).box(x + width * 0.2, y - 71 * scale, width * 0.6, 5 * scale);
        brush.ink(0xF7F7F2).box(x, y - 8 * scale, width, 44 * scale);
        brush.ink(0x9AB0A2).box(x, y - 12 * scale, width, 7 * scale);
        for (int i = 0; i < 7; i++) {
            brush.ink(pick(draw, 0xE4572E, 0x6AAB4A, 0xF2C14E, 0x8F5AA8, 0xA9D18E, 0xD95D39));
            brush.disc(x + width * (0.1 + i * 0.133), y - 17 * scale, 8 * scale);
        }
    }

    void crossing() {
        sky();
        houses(165);
        brush.fade(0x767B81, 0x5E6369, 165, 195);
        brush.ink(0xF5F5F2);
        for (int i = 0; i < 7; i++) {
            double left = 45 + i * 58;
            brush.shape(
                    240 + (left - 240) * 0.82,
                    232,
                    240 + (left + 30 - 240) * 0.82,
                    232,
                    240 + (left + 30 - 240) * 1.18,
                    305,
                    240 + (left - 240) * 1.18,
                    305);
        }
        brush.ink(0xC9C3B7).box(0, 165, Brush.WIDTH, 16);
        double post = draw.between(395, 440);
        brush.ink(0x4B5158).box(post, 60, 8, 150);
        brush.soft(post - 12, 40, 32, 62, 8);
        brush.ink(0xE03A2F).disc(post + 4, 55, 8);
        brush.ink(0x5B4A1E).disc(post + 4, 71, 7);
        brush.ink(0x1F4D30).disc(post + 4, 87, 7);
        things.tree(draw.between(20, 60), 180, 90);
    }

    void toilet() {
        brush.fade(0xEAF1F3, 0xDCE7EA, 0, 250);
        brush.ink(0xC8D6DA).pen(1);
        for (int i = 0; i <= 16; i++) {
            brush.line(i * 30, 0, i * 30, 250);
        }
        for (int i = 0; i < 9; i++) {
            brush.line(0, i * 30, Brush.WIDTH, i * 30);
        }
        brush.fade(0xB9C3C4, 0xA5B0B2, 250, 110);
        int cabin = pick(draw, 0x7FA8B8, 0x9AB58E, 0xC2A878);
        for (int i = 0; i < 2; i++) {
            brush.ink(cabin).box(20 + i * 112, 60, 104, 205);
            brush.ink(0xFFFFFF, 60).box(28 + i * 112, 70, 88, 185);
            brush.ink(0x4D5B61).disc(110 + i * 112, 165, 4);
        }
        brush.ink(0xF9FBFB).soft(270, 175, 190, 24, 10);
        brush.ink(0x9FB0B5).box(270, 195, 190, 55);
        brush.ink(0xBFE3F0).soft(285, 55, 160, 92, 8);
        brush.ink(0xFFFFFF, 120).shape(300, 140, 340, 60, 360, 60, 320, 140);
        brush.ink(0x7C868A).pen(5).trace(330, 175, 330, 158, 345, 158);
        brush.trace(410, 175, 410, 158, 425, 158);
    }

    void park() {
        sky();
        brush.ink(0x8FB996).oval(90, 190, 180, 55);
        brush.ink(0x7FAE8B).oval(380, 195, 200, 60);
        brush.fade(0x8CC27B, 0x6FAE62, 190, 170);
        brush.ink(0xDCCDB2).shape(205, 190, 262, 190, 400, 360, 120, 360);
        for (int i = 0; i < 4; i++) {
            things.tree(i < 2 ? 30 + i * 100 : 230 + i * 70, 225 + draw.between(-10, 25), draw.between(100, 150));
        }
        double x = draw.between(40, 90);
        brush.ink(0x8B5E3C).box(x, 268, 105, 8);
        brush.box(x, 248, 105, 6);
        brush.ink(0x4A4A4A).pen(4).line(x + 12, 276, x + 12, 298);
        brush.line(x + 93, 276, x + 93, 298);
    }

    void river() {
        sky();
        houses(150);
        brush.fade(0x9CC184, 0x86B06E, 150, 55);
        brush.ink(0xCFC8BA).shape(0, 200, Brush.WIDTH, 188, Brush.WIDTH, 200, 0, 214);
        brush.fade(0x86B8CC, 0x5A93AE, 206, 154);
        brush.ink(0xFFFFFF, 70).pen(2);
        for (int i = 0; i < 16; i++) {
            double x = draw.between(0, 440);
            double y = draw.between(222, 350);
            brush.line(x, y, x + draw.between(15, 50), y);
        }
        for (int i = 0; i < 3; i++) {
            things.tree(70 + i * 160 + draw.between(-30, 30), 196, draw.between(80, 115));
        }
    }

    void works() {
        sky();
        brush.ink(0xE9B824).pen(6).line(120, 150, 120, 15);
        brush.line(60, 30, 330, 30);
        brush.pen(2).line(120, 15, 320, 30);
        brush.ink(0x6D7074).pen(2).line(290, 30, 290, 90);
        brush.ink(0xC2BDB4).box(200, 70, 190, 110);
        brush.ink(0x7B7F85).pen(3);
        for (int i = 0; i < 5; i++) {
            brush.line(200 + i * 47, 60, 200 + i * 47, 180);
            brush.line(196, 70 + i * 26, 394, 70 + i * 26);
        }
        int panel = pick(draw, 0x3C7DB5, 0x3E9470, 0x5C7A99);
        for (int i = 0; i < 8; i++) {
            brush.ink(panel).box(i * 62 - 8, 145, 59, 110);
            brush.ink(0xFFFFFF, 210).box(i * 62 + 2, 165, 39, 50);
            brush.ink(pick(draw, 0x9DC88D, 0xE8A87C, 0xE3C567)).disc(i * 62 + 21, 190, 14);
        }
        brush.fade(0xBDB6AA, 0xA8A196, 255, 105);
    }

    void wall() {
        brush.fade(pick(draw, 0xD9CDB9, 0xCDD3D2, 0xD6C6BB), 0xC7BDAA, 0, 262);
        brush.ink(0x000000, 18);
        for (int row = 0; row < 11; row++) {
            for (int i = -1; i < 8; i++) {
                brush.box(i * 68 + (row % 2) * 34, row * 24, 66, 1.5);
                brush.box(i * 68 + (row % 2) * 34, row * 24, 1.5, 24);
            }
        }
        brush.fade(0xBEB8AC, 0xA8A297, 262, 98);
        things.tree(draw.between(0, 40), 285, 170);
    }

    void hall() {
        brush.fade(0xF4F6F8, 0xE6EBEF, 0, 240);
        brush.ink(0x1F4E9E).box(0, 34, Brush.WIDTH, 26);
        for (int i = 0; i < 4; i++) {
            brush.ink(0xFFFFFF, 220).soft(25 + i * 118, 40, 70, 14, 4);
            brush.ink(0xD8E2EC).box(14 + i * 118, 95, 100, 60);
            brush.ink(0x9FB3C8).box(16 + i * 118, 150, 98, 8);
            things.person(64 + i * 118, 158, 58, pick(draw, 0x2F5D8C, 0x3D4F63));
            brush.ink(pick(draw, 0xC9A36B, 0xB98E58)).box(8 + i * 118, 156, 110, 62);
        }
        brush.fade(0xD5DADF, 0xBFC6CD, 240, 120);
        for (int i = 0; i < 4; i++) {
            brush.ink(0x6E8CAB).soft(230 + i * 58, 268, 48, 14, 6);
            brush.soft(230 + i * 58, 235, 48, 30, 8);
            brush.ink(0x5A6672).box(250 + i * 58, 282, 7, 22);
        }
    }
}
