package org.civitas.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of {@link SecretBox}: from {@code CIVITAS_SECRET_KEY} (32 bytes in Base64; several nodes need the same), else from
 * {@code secret.key} in the data folder, made at the first start and readable by its owner only.
 */
@Component
class KeyFile {

    private static final int BYTES = 32;

    private final SecretKey key;

    KeyFile(@Value("${civitas.secret-key:}") String given, @Value("${civitas.data}") Path data) {
        byte[] bytes = Base64.getDecoder().decode(given.isBlank() ? stored(data.resolve("secret.key")) : given.strip());
        if (bytes.length != BYTES) {
            throw new IllegalStateException("密钥应为 32 字节的 Base64（CIVITAS_SECRET_KEY 或数据目录中的 secret.key）。");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    SecretKey key() {
        return key;
    }

    private static String stored(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : made(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException another) {
            return Files.readString(file).strip();
        }
        Files.writeString(file, text + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return text;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
