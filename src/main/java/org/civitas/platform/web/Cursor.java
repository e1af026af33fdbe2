package org.civitas.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 游标 — the sort keys of the last row shown, opaque to the browser. */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static String of(Object... keys) {
        var text = new StringBuilder();
        for (Object key : keys) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(key);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of {@code size} keys; null stays null; anything else is bad input. */
    public static @Nullable Cursor read(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> keys = List.of(plain.split(SEPARATOR, -1));
            if (keys.size() == size) {
                return new Cursor(keys);
            }
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        throw unusable();
    }

    public String key(int n) {
        return keys.get(n);
    }

    /** The key as a whole number; a cursor that somebody made up is bad input, never a fault of ours. */
    public long number(int n) {
        return read(n, Long::valueOf);
    }

    public Instant instant(int n) {
        return read(n, Instant::parse);
    }

    public UUID uuid(int n) {
        return read(n, UUID::fromString);
    }

    private <T> T read(int n, Function<String, T> reader) {
        try {
            return reader.apply(keys.get(n));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw unusable();
        }
    }

    private static BadInput unusable() {
        return new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
    }
}
