package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.civitas.platform.web.SafeFileName;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * 下载 — answers a request with a workbook.
 *
 * <p>It is written to a temporary file first: a fault half-way becomes a problem document instead of a broken download,
 * the transaction ends before a slow line is served, and the heap stays flat.
 */
public final class XlsxAnswer {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private XlsxAnswer() {}

    /** Writes a workbook to a stream that it leaves open. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @param name the file's name without its ending, Chinese allowed */
    public static ResponseEntity<Resource> of(String name, Writing writing) {
        return file(name + ".xlsx", XLSX, writing);
    }

    /** The same for another kind of file. */
    public static ResponseEntity<Resource> file(String fileName, MediaType type, Writing writing) {
        try {
            Path temporary = Files.createTempFile("civitas-download", ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(temporary)) {
                    writing.to(out);
                }
                return answer(fileName, type, temporary);
            } catch (IOException | RuntimeException fault) {
                Files.deleteIfExists(temporary);
                throw fault;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static ResponseEntity<Resource> answer(String fileName, MediaType type, Path temporary) throws IOException {
        long size = Files.size(temporary);
        String disposition = ContentDisposition.attachment()
                .filename(SafeFileName.ofDownload(fileName), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(
                        Files.newInputStream(temporary, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)));
    }
}
