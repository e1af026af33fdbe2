package org.civitas.demo.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.civitas.demo.chance.Draw;

/** Paints a scene as a small JPEG: before (with the fault) or after (mended); the place looks the same in both. */
public final class Painter {

    private static final float QUALITY = 0.78f;

    private Painter() {}

    /** The picture as JPEG of 480 × 360, well below 25 KB. */
    public static byte[] jpeg(Scene scene, boolean fault) {
        BufferedImage image = new BufferedImage(Brush.WIDTH, Brush.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            Draw draw = new Draw(scene.seed()).branch(scene.kind().name());
            Brush brush = new Brush(graphics);
            AffineTransform straight = graphics.getTransform();
            camera(graphics, draw.branch(fault ? "camera-before" : "camera-after"));
            setting(scene.kind(), new Settings(brush, draw.branch("setting")));
            matter(scene.kind(), brush, draw.branch("matter"), fault);
            graphics.setTransform(straight);
            Stamp.press(brush);
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    /** Nobody stands on exactly the same spot twice. */
    private static void camera(Graphics2D graphics, Draw draw) {
        double zoom = draw.between(1.04, 1.10);
        graphics.translate(-draw.between(0, (zoom - 1) * Brush.WIDTH), -draw.between(0, (zoom - 1) * Brush.HEIGHT));
        graphics.scale(zoom, zoom);
    }

    private static void setting(SceneKind kind, Settings at) {
        switch (kind) {
            case PARKED_BIKES, PARKED_CAR, STALL_ON_PAVEMENT, LITTER, BROKEN_PAVEMENT, DAMAGED_SIGN, BUS_STOP_BILLS ->
                at.street();
            case POSTED_BILLS, FULL_BINS -> at.wall();
            case STAIRWELL_GOODS, STAIRWELL_CHARGING, EMPTY_EXTINGUISHER -> at.stairwell();
            case MARKET_WATER, MARKET_GOODS -> at.market();
            case CROSSING_ON_RED -> at.crossing();
            case TOILET_DIRT -> at.toilet();
            case BARE_LAWN -> at.park();
            case FLOATING_RUBBISH -> at.river();
            case OPEN_HOARDING -> at.works();
            case HALL_NOTICE, SMOKING -> at.hall();
        }
    }

    private static void matter(SceneKind kind, Brush brush, Draw draw, boolean fault) {
        Matters open = new Matters(brush, draw);
        IndoorMatters indoor = new IndoorMatters(brush, draw);
        switch (kind) {
            case PARKED_BIKES -> open.bikes(fault);
            case PARKED_CAR -> open.car(fault);
            case STALL_ON_PAVEMENT -> open.stall(fault);
            case LITTER -> open.litter(fault);
            case BROKEN_PAVEMENT -> open.pavement(fault);
            case POSTED_BILLS -> open.bills(fault);
            case DAMAGED_SIGN -> open.sign(fault);
            case BUS_STOP_BILLS -> open.busStop(fault);
            case CROSSING_ON_RED -> open.crossers(fault);
            case SMOKING -> open.smoke(fault);
            case STAIRWELL_GOODS -> indoor.goods(fault);
            case STAIRWELL_CHARGING -> indoor.charging(fault);
            case EMPTY_EXTINGUISHER -> indoor.extinguisher(fault);
            case MARKET_WATER -> indoor.water(fault);
            case MARKET_GOODS -> indoor.aisle(fault);
            case TOILET_DIRT -> indoor.dirt(fault);
            case BARE_LAWN -> indoor.lawn(fault);
            case FLOATING_RUBBISH -> indoor.floating(fault);
            case OPEN_HOARDING -> indoor.hoarding(fault);
            case FULL_BINS -> indoor.bins(fault);
            case HALL_NOTICE -> indoor.notice(fault);
        }
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(24_000);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
