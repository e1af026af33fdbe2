package org.civitas.platform.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.civitas.platform.city.CityCode;

/** 链头文件 — {@code <folder>/<city>.jsonl}, to which lines are only ever added; a line is on the disk when {@link #add} returns. */
public final class HeadFile {

    private HeadFile() {}

    static Path of(Path folder, CityCode city) {
        return folder.resolve(city + ".jsonl");
    }

    /** @param cause why it was written: {@code daily}, {@code shutdown}, {@code demand}, {@code restore} */
    public static void add(Path folder, CityCode city, ChainHead head, String cause) {
        String line = "{\"city\":\"%s\",\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"cause\":\"%s\"}\n"
                .formatted(city, head.number(), head.hash(), head.at(), cause);
        try {
            Files.createDirectories(folder);
            Path file = of(folder, city);
            boolean fresh = !Files.exists(file);
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            if (fresh) {
                sync(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a new file is only sure when its folder is on the disk. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
