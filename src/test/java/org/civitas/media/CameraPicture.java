package org.civitas.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Draws pictures and writes camera data into them, as a phone does. */
public final class CameraPicture {

    private CameraPicture() {}

    /** A picture whose left half has the colour and whose right half is white. */
    public static byte[] drawn(String format, int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** The JPEG with time, orientation and place (north and east) as EXIF. */
    public static byte[] withCamera(byte[] jpeg, String time, int orientation, double longitude, double latitude) {
        byte[] exif = exif(time, orientation, longitude, latitude);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        out.put((byte) 0xFF).put((byte) 0xD8).put((byte) 0xFF).put((byte) 0xE1);
        out.putShort((short) (exif.length + 8));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] exif(String time, int orientation, double longitude, double latitude) {
        ByteBuffer tiff = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8769, 4, 1, 60);
        entry(tiff, 0x8825, 4, 1, 120);
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 90);
        tiff.putInt(0);
        tiff.position(90);
        tiff.put((time + "\0").getBytes(StandardCharsets.US_ASCII));
        tiff.position(120);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 200);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 230);
        tiff.putInt(0);
        degrees(tiff, 200, latitude);
        degrees(tiff, 230, longitude);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, int at, double degrees) {
        tiff.position(at);
        int whole = (int) degrees;
        int minutes = (int) ((degrees - whole) * 60);
        int seconds = (int) Math.round(((degrees - whole) * 60 - minutes) * 60 * 1000);
        tiff.putInt(whole).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(1000);
    }
}
