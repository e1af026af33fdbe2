package org.civitas.media.domain;

/** 图片限制 — what is taken in, and how large it is shown. */
public final class PictureLimits {

    public static final long MOST_BYTES = 20L << 20;
    /** Width times height; checked in the file's head, before anything is decoded. */
    public static final long MOST_PIXELS = 50_000_000;

    public static final int MOST_SIDE = 30_000;
    public static final int LEAST_SIDE = 16;
    public static final int SHOWN_SIDE = 2_048;
    public static final int THUMBNAIL_SIDE = 320;

    private PictureLimits() {}
}
