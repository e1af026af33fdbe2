package org.civitas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * 文件库 — keeps files by what is in them: the key of a file is its SHA-256, so the same bytes are kept once.
 *
 * <p>A space separates what must not meet (one per city, one for what is temporary): lower-case letters, digits, underscore and hyphen.
 * A file that was put is on disk when {@code put} returns. Deleting is for temporary spaces: a file of a city may be
 * referenced more than once.
 */
public interface ObjectStore {

    /**
     * Keeps the bytes; the stream is read to its end and not closed.
     *
     * @throws TooLarge when more than {@code mostBytes} come; nothing is kept then
     */
    StoredObject put(String space, InputStream bytes, long mostBytes) throws IOException;

    /** The bytes, or empty when there are none under this key; the caller closes the stream. */
    Optional<InputStream> open(String space, String sha256) throws IOException;

    boolean has(String space, String sha256);

    /** Removes the file; without effect when there is none. */
    void delete(String space, String sha256) throws IOException;

    /** 已存文件 — key (64 lower-case hexadecimal digits), size in bytes, and whether the same bytes were there before. */
    record StoredObject(String sha256, long size, boolean knownBefore) {}

    /** More bytes came than allowed. */
    final class TooLarge extends IOException {

        private final long mostBytes;

        public TooLarge(long mostBytes) {
            super("more than " + mostBytes + " bytes");
            this.mostBytes = mostBytes;
        }

        public long mostBytes() {
            return mostBytes;
        }
    }
}
