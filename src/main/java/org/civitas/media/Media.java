package org.civitas.media;

import java.util.Optional;
import java.util.UUID;

/** 影像 — the files of pictures, for modules that print them or make them. Who may see what is asked before, not here. */
public interface Media {

    /** The picture as others see it (JPEG or PNG, long side at most 2,048 pixels, without camera data). */
    Optional<byte[]> shown(UUID id);

    /** A small JPEG, long side 320 pixels. */
    Optional<byte[]> thumbnail(UUID id);

    /**
     * Keeps a picture that this program itself has drawn; it is taken as it is, and the same id is kept once.
     *
     * @param jpegOrPng a picture without camera data, long side at most 2,048 pixels
     */
    Picture keepDrawn(UUID id, byte[] jpegOrPng, String areaCode);
}
