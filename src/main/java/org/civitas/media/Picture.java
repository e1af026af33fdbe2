package org.civitas.media;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * 图片 — the facts of a stored picture.
 *
 * @param sha256 of the original file: the same for two uploads of one file
 * @param takenAt when the camera says it was taken; a claim of the file, not a proof
 * @param place where the camera says it was taken; for judging only, never shown to others
 * @param uploadedBy null for pictures made by the system
 */
public record Picture(
        UUID id,
        String sha256,
        int width,
        int height,
        @Nullable Instant takenAt,
        @Nullable GeoPoint place,
        @Nullable UUID uploadedBy,
        Instant uploadedAt) {}
