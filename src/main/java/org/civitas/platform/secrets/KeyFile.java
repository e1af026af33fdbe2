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
import org.civitas.platform.database.StartFault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of {@link SecretBox}: from {@code CIVITAS_SECRET_KEY} (32 bytes in Base64; several nodes need the same), else from
 * {@code secret.key} in the data folder, made at the first start and readable by its owner only.
 *
 * <p>A key that does not fit the {@link KeyMark} of the database is refused, and none is made where one was in use.
 */
@Component
class KeyFile {

    private static final int BYTES = 32;

    private final SecretKey key;

    KeyFile(@Value("${civitas.secret-key:}") String given, @Value("${civitas.data}") Path data, KeyMark mark) {
        Path file = data.resolve("secret.key");
        if (given.isBlank() && !Files.exists(file)) {
            mark.requireFirstStart(file);
        }
        this.key = new SecretKeySpec(bytes(given.isBlank() ? stored(file) : given), "AES");
        mark.requireSame(key, given.isBlank() ? "密钥文件 " + file : "CIVITAS_SECRET_KEY");
    }

    SecretKey key() {
        return key;
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[0];
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            // the words below say what is wanted
        }
        if (bytes.length != BYTES) {
            throw new StartFault("密钥应为 32 字节的 Base64（CIVITAS_SECRET_KEY 或数据目录中的 secret.key）。");
        }
        return bytes;
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
