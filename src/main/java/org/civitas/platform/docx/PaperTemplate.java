package org.civitas.platform.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.civitas.platform.database.DatabaseSettings;
import org.springframework.stereotype.Component;

/**
 * 公文模板 — the Word file that gives papers their look.
 *
 * <p>Ours is kept as readable parts and zipped when needed: A4, margins of 37 mm (top) and 28 mm (left), text of
 * 156 × 225 mm with 22 lines of 28 characters (set closer by a quarter point: a character grid is drawn wrongly by LibreOffice), page number “— 1 —” (GB/T 9704-2012). A city replaces it by putting its own
 * {@code official-paper.docx} with the tags organ, number, title, addressee and body into the folder {@code templates} of its data.
 */
@Component
public class PaperTemplate {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("[Content_Types].xml", "content-types.xml");
        PARTS.put("_rels/.rels", "_rels/package.xml");
        PARTS.put("word/document.xml", "word/document.xml");
        PARTS.put("word/_rels/document.xml.rels", "word/_rels/document.xml");
        PARTS.put("word/styles.xml", "word/styles.xml");
        PARTS.put("word/settings.xml", "word/settings.xml");
        PARTS.put("word/fontTable.xml", "word/fontTable.xml");
        PARTS.put("word/footer1.xml", "word/footer1.xml");
        PARTS.put("word/footer2.xml", "word/footer2.xml");
    }

    private final Path own;

    PaperTemplate(DatabaseSettings settings) {
        this.own = settings.data().resolve("templates").resolve("official-paper.docx");
    }

    /** The bytes of the template in force. */
    public byte[] bytes() {
        try {
            return Files.exists(own) ? Files.readAllBytes(own) : standard();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static byte[] standard() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                try (InputStream in =
                        PaperTemplate.class.getResourceAsStream("/docx/official-paper/" + part.getValue())) {
                    if (in == null) {
                        throw new IOException("part of the paper template is missing: " + part.getValue());
                    }
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
