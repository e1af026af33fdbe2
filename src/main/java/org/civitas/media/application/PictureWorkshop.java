package org.civitas.media.application;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.civitas.media.domain.PictureLimits;
import org.civitas.media.domain.PictureType;
import org.civitas.shared.RuleViolation;

/**
 * Decodes pictures that nobody has checked yet, and makes what others see: turned upright, scaled down, without camera data.
 *
 * <p>The size is read from the head before a pixel is decoded; large ones are decoded coarsely; at most two at a time, so
 * that a burst of uploads can not fill the heap.
 */
final class PictureWorkshop {

    private static final Semaphore BENCHES = new Semaphore(2);
    private static final double QUALITY = 0.85;

    static {
        ImageIO.setUseCache(false);
    }

    private PictureWorkshop() {}

    /** A JPEG with its size. */
    record Made(byte[] jpeg, int width, int height) {}

    /** What others see of an upload, and its thumbnail. */
    record Copies(Made shown, Made thumbnail) {}

    static Copies copies(byte[] file, PictureType type, int orientation) {
        BENCHES.acquireUninterruptibly();
        try {
            BufferedImage upright = upright(onWhite(decode(file, type, PictureLimits.SHOWN_SIDE)), orientation);
            BufferedImage shown = scaled(upright, PictureLimits.SHOWN_SIDE);
            return new Copies(jpeg(shown), jpeg(scaled(shown, PictureLimits.THUMBNAIL_SIDE)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw broken();
        } finally {
            BENCHES.release();
        }
    }

    static Made thumbnail(byte[] file, PictureType type) {
        BENCHES.acquireUninterruptibly();
        try {
            return jpeg(
                    scaled(onWhite(decode(file, type, PictureLimits.THUMBNAIL_SIDE)), PictureLimits.THUMBNAIL_SIDE));
        } catch (IOException | IllegalArgumentException broken) {
            throw broken();
        } finally {
            BENCHES.release();
        }
    }

    /** Width and height from the head of the file. */
    static int[] size(byte[] file, PictureType type) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(type);
            try {
                reader.setInput(in, true, true);
                return checked(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw broken();
        }
    }

    private static BufferedImage decode(byte[] file, PictureType type, int side) throws IOException {
        int[] size = size(file, type);
        AtomicBoolean cutOff = new AtomicBoolean();
        ImageReader reader = reader(type);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.contains("Premature") || warning.contains("Corrupt")) {
                    cutOff.set(true);
                }
            });
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(size[0], size[1]) / (side * 2));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (cutOff.get()) {
                throw broken();
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static int[] checked(int width, int height) {
        if (width > PictureLimits.MOST_SIDE
                || height > PictureLimits.MOST_SIDE
                || (long) width * height > PictureLimits.MOST_PIXELS) {
            throw new RuleViolation("media.pixels", "图片尺寸过大（" + width + "×" + height + " 像素），请缩小到 5000 万像素以内再上传。");
        }
        if (width < PictureLimits.LEAST_SIDE || height < PictureLimits.LEAST_SIDE) {
            throw new RuleViolation("media.too-small", "图片太小（" + width + "×" + height + " 像素），看不清内容，请重新拍摄。");
        }
        return new int[] {width, height};
    }

    private static ImageReader reader(PictureType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
        return readers.next();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return plain;
    }

    /** Turns and mirrors as the camera says, so that nobody needs the camera data to see it upright. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean sideways = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
        return turned;
    }

    private static BufferedImage scaled(BufferedImage image, int side) throws IOException {
        if (Math.max(image.getWidth(), image.getHeight()) <= side) {
            return image;
        }
        return Thumbnails.of(image).size(side, side).asBufferedImage();
    }

    private static Made jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return new Made(out.toByteArray(), image.getWidth(), image.getHeight());
    }

    static RuleViolation broken() {
        return new RuleViolation("media.broken", "图片已损坏或不完整，无法读取，请重新拍摄或选择。");
    }
}
