package org.civitas.standard.workbook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.civitas.platform.xlsx.BadCell;
import org.civitas.platform.xlsx.Column;

/** Columns and words that several sheets share. */
final class Words {

    private Words() {}

    /** A code that may also stand in an address: letters, digits, dot, hyphen. */
    static Column<String> code(String header, int most) {
        return Column.of(header, "编码，不超过 " + most + " 位的文字、数字、点或连字符", cell -> {
            String code = cell.code();
            if (code.length() > most || !code.matches("[\\p{L}\\p{N}._-]+")) {
                throw new BadCell(
                        "“" + header + "”应为不超过 " + most + " 位的文字、数字、点或连字符，实际填写“" + shortened(cell.text()) + "”。");
            }
            return code;
        });
    }

    static <E> Map<String, E> byWord(E[] values, Function<E, String> word) {
        Map<String, E> map = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> map.put(word.apply(v), v));
        return map;
    }

    /** The lines of a cell, without empty ones. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }
}
