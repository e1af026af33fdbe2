package org.civitas.platform.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** What comes in of one body, as long as it comes fast enough. */
final class TimedInput implements InputBuffer {

    private final InputBuffer in;
    private final BodySettings settings;
    private final long start = System.nanoTime();
    private long bytes;

    TimedInput(InputBuffer in, BodySettings settings) {
        this.in = in;
        this.settings = settings;
    }

    /** @throws SocketTimeoutException when the body is slower than the settings allow; answered with 408 */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = in.doRead(handler);
        if (read > 0) {
            bytes += read;
            if (System.nanoTime() - start > settings.allowed(bytes).toNanos()) {
                throw new SocketTimeoutException("the body comes too slowly");
            }
        }
        return read;
    }

    @Override
    public int available() {
        return in.available();
    }

    /** Reads on to the end of the body; answers whether it came within {@code most} bytes. */
    boolean skip(long most) throws IOException {
        var nowhere = new Nowhere();
        long skipped = 0;
        while (skipped <= most) {
            int read = doRead(nowhere);
            if (read < 0) {
                return true;
            }
            skipped += read;
        }
        return false;
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
