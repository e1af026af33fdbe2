package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.store.ObjectStore;
import org.civitas.platform.store.ObjectStore.StoredObject;
import org.civitas.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The uploaded files that wait to be confirmed; they stay on disk, also while they are read. */
@Component
class ImportFiles {

    private final ObjectStore store;

    ImportFiles(ObjectStore store) {
        this.store = store;
    }

    StoredObject keep(MultipartFile upload) {
        try (InputStream bytes = upload.getInputStream()) {
            return store.put(space(), bytes, WorkbookGuard.MOST_FILE_BYTES + 1);
        } catch (ObjectStore.TooLarge tooLarge) {
            throw new UnreadableWorkbook("xlsx.too-large", "文件超过 30 MB，请拆成几个文件分别上传。");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A copy of the file for one reading; it is made sure that it is still the one that was uploaded. */
    SheetShape read(String sha256, Function<Path, SheetShape> reading) {
        try {
            Path file = Files.createTempFile("civitas-import", ".xlsx");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (InputStream bytes = store.open(space(), sha256).orElseThrow(() -> new NotFound("导入文件"))) {
                    Files.copy(new DigestInputStream(bytes, digest), file, StandardCopyOption.REPLACE_EXISTING);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                    throw WorkbookGuard.broken();
                }
                return reading.apply(file);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void forget(String sha256) {
        try {
            store.delete(space(), sha256);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String space() {
        return CurrentCity.required().schema() + "-imports";
    }
}
