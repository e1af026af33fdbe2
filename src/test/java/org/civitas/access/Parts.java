package org.civitas.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.mock.web.MockHttpServletResponse;

/** What an answer holds: itself, or the parts of a workbook or paper. */
final class Parts {

    private Parts() {}

    static Map<String, String> of(MockHttpServletResponse answer) {
        byte[] body = answer.getContentAsByteArray();
        Map<String, String> parts = new LinkedHashMap<>();
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            parts.put("", new String(body, StandardCharsets.UTF_8));
            return parts;
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(body).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    static String words(MockHttpServletResponse answer) {
        return String.join("\n", of(answer).values());
    }
}
