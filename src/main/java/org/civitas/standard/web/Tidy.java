package org.civitas.standard.web;

import java.util.List;
import org.civitas.platform.xlsx.CellValue;
import org.jspecify.annotations.Nullable;

/** Words as an edition keeps them: as a cell of its workbook would give them back. */
final class Tidy {

    /** What a code looks like; the same as in the workbook. */
    static final String CODE = "[\\p{L}\\p{N}._-]+";

    private Tidy() {}

    /** Without white space at the edges and unseen signs; line ends as one sign. */
    static String words(@Nullable String text) {
        return text == null
                ? ""
                : CellValue.ofText(text.replace("\r\n", "\n").replace('\r', '\n'))
                        .text();
    }

    /** Half-width, without white space. */
    static String code(String text) {
        return CellValue.ofText(text).code();
    }

    static List<String> codes(List<String> texts) {
        return texts.stream().map(Tidy::code).distinct().toList();
    }

    static @Nullable String wordsOrNull(@Nullable String text) {
        String tidy = words(text);
        return tidy.isEmpty() ? null : tidy;
    }
}
