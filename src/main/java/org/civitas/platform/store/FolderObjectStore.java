package org.civitas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 文件夹文件库 — files in a folder, {@code <root>/<space>/ab/cd/abcd…}.
 *
 * <p>Written to a temporary file on the same disk, forced to the disk, then renamed: after a crash a file is whole or
 * not there.
 */
public final class FolderObjectStore implements ObjectStore {

    private final Path root;

    public FolderObjectStore(Path root) {
        this.root = root;
    }

    /**
     * Takes away what uploads left that a killed program was receiving.
     *
     * @param before younger files may belong to another program that uses the same folder
     */
    void forgetHalfReceived(Instant before) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> spaces = Files.list(root)) {
            for (Path incoming : spaces.map(space -> space.resolve("incoming"))
                    .filter(Files::isDirectory)
                    .toList()) {
                forgetIn(incoming, before);
            }
        }
    }

    private static void forgetIn(Path incoming, Instant before) throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public StoredObject put(String space, InputStream bytes, long mostBytes) throws IOException {
        Path folder = folderOf(space);
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = ContentKey.digest("SHA-256");
            long size = copy(bytes, temporary, digest, mostBytes);
            String key = HexFormat.of().formatHex(digest.digest());
            Path target = pathOf(space, key);
            boolean known = Files.exists(target);
            if (!known) {
                Path parent = Objects.requireNonNull(target.getParent());
                Files.createDirectories(parent);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(parent);
                forceFolder(Objects.requireNonNull(parent.getParent()));
                forceFolder(folder);
            }
            return new StoredObject(key, size, known);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Optional<InputStream> open(String space, String sha256) throws IOException {
        try {
            return Optional.of(new CheckedBytes(Files.newInputStream(pathOf(space, sha256)), sha256));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean has(String space, String sha256) {
        return Files.exists(pathOf(space, sha256));
    }

    @Override
    public void delete(String space, String sha256) throws IOException {
        Files.deleteIfExists(pathOf(space, sha256));
    }

    private static long copy(InputStream bytes, Path target, MessageDigest digest, long mostBytes) throws IOException {
        long size = 0;
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    throw new TooLarge(mostBytes);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return size;
    }

    /** A rename is only safe once its folder is on the disk as well; where folders can not be forced, nothing is lost by trying. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notSupportedHere) {
            return;
        }
    }

    private Path folderOf(String space) {
        return root.resolve(ContentKey.space(space));
    }

    private Path pathOf(String space, String key) {
        ContentKey.key(key);
        return folderOf(space)
                .resolve(key.substring(0, 2))
                .resolve(key.substring(2, 4))
                .resolve(key);
    }
}
