package org.civitas.media.application;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote into the file. Never a reason to refuse a picture: what can not be read is left out.
 *
 * @param orientation 1 to 8 as in EXIF; 1 when nothing is said
 */
record CameraFacts(@Nullable Instant takenAt, @Nullable GeoPoint place, int orientation) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final CameraFacts NONE = new CameraFacts(null, null, 1);

    static CameraFacts of(byte[] file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            return new CameraFacts(takenAt(metadata), place(metadata), orientation(metadata));
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return NONE;
        }
    }

    private static @Nullable Instant takenAt(Metadata metadata) {
        for (ExifSubIFDDirectory exif : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            String written = exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
            if (written != null) {
                Instant moment = moment(written.strip(), exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL));
                if (moment != null) {
                    return moment;
                }
            }
        }
        return null;
    }

    /** The clock on the wall where it was taken; without a zone, ours. */
    private static @Nullable Instant moment(String written, @Nullable String offset) {
        try {
            LocalDateTime time = LocalDateTime.parse(written, EXIF_TIME);
            ZoneId zone = offset == null ? HERE : ZoneOffset.of(offset.strip());
            return time.getYear() < 1990 ? null : time.atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable GeoPoint place(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation location = gps == null ? null : gps.getGeoLocation();
        if (location == null || location.isZero()) {
            return null;
        }
        try {
            return new GeoPoint(location.getLongitude(), location.getLatitude());
        } catch (RuleViolation outOfRange) {
            return null;
        }
    }

    private static int orientation(Metadata metadata) {
        Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }
}
