package org.civitas.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures as a phone would take them: drawn, each different. */
final class Snapshots {

    private Snapshots() {}

    /** A pavement, with things standing on it or cleared. */
    static Path write(Path file, int seed, boolean cleared) {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        var random = new Random(seed);
        canvas.setColor(new Color(0xBFD7EA));
        canvas.fillRect(0, 0, 1200, 420);
        canvas.setColor(new Color(0xC9C5BC));
        canvas.fillRect(0, 420, 1200, 480);
        canvas.setColor(new Color(0xB2AEA4));
        for (int x = -900; x < 1200; x += 120) {
            canvas.drawLine(x, 900, x + 480, 420);
        }
        for (int n = 0; n < 4; n++) {
            canvas.setColor(new Color(0x7A5C45 + random.nextInt(0x202020)));
            canvas.fillRect(60 + n * 290, 160 + random.nextInt(60), 220, 300);
        }
        for (int n = 0; !cleared && n < 9; n++) {
            canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.7f));
            canvas.fillRect(60 + random.nextInt(1000), 470 + random.nextInt(300), 70 + random.nextInt(80), 60);
        }
        canvas.dispose();
        try {
            ImageIO.write(image, "jpg", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
