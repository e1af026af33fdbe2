package org.civitas.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
        throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
    }

    public String key(int n) {
        return keys.get(n);
    }
}
