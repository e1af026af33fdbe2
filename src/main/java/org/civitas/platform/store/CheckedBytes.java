package org.civitas.platform.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The bytes of a kept file, which fail at their end when they are not what their key says: altered or cut short. */
final class CheckedBytes extends FilterInputStream {

    private final String sha256;
    private final MessageDigest digest = ContentKey.digest("SHA-256");
    private boolean ended;

    CheckedBytes(InputStream bytes, String sha256) {
        super(bytes);
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new IOException("the kept file " + sha256 + " is not what was put");
            }
        }
        return read;
    }

    /** Skips by reading, so that nothing stays unchecked. */
    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
