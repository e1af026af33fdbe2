package org.civitas.platform.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.poi.common.usermodel.PictureType;

/** 公文图片 — a JPEG or PNG with its size, read from its head without decoding it. */
public record PaperPicture(byte[] bytes, PictureType type, int width, int height) {

    /** Empty when the bytes are not a JPEG or PNG. */
    public static Optional<PaperPicture> of(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                Optional<PictureType> type = type(reader.getFormatName());
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return type.filter(known -> width > 0 && height > 0)
                        .map(known -> new PaperPicture(bytes, known, width, height));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException notAPicture) {
            return Optional.empty();
        }
    }

    private static Optional<PictureType> type(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "jpeg", "jpg" -> Optional.of(PictureType.JPEG);
            case "png" -> Optional.of(PictureType.PNG);
            default -> Optional.empty();
        };
    }
}
