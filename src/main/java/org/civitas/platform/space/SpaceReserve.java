package org.civitas.platform.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** 预留空间 — a file of zeros in the data folder that holds room, and gives it up when it is needed. */
public final class SpaceReserve {

    private static final int BLOCK = 1024 * 1024;

    private final Path file;

    private SpaceReserve(Path file) {
        this.file = file;
    }

    /** The reserve of a data folder. */
    public static SpaceReserve in(Path data) {
        return new SpaceReserve(data.resolve("space.reserve"));
    }

    /** Holds {@code bytes}; real blocks are written, for a hole would hold nothing. */
    public void hold(long bytes) throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes) {
            return;
        }
        release();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; written < bytes; ) {
                int next = (int) Math.min(BLOCK, bytes - written);
                written += channel.write(ByteBuffer.allocate(next));
            }
            channel.force(true);
        } catch (IOException noRoom) {
            release();
            throw noRoom;
        }
    }

    /** Gives the room up; without effect when none is held. */
    public void release() throws IOException {
        Files.deleteIfExists(file);
    }

    boolean isHeld() {
        return Files.exists(file);
    }
}
