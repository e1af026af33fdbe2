package org.civitas.standard.workbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.civitas.platform.xlsx.BadCell;
import org.civitas.platform.xlsx.Column;
import org.jspecify.annotations.Nullable;

/** Columns and words that several sheets share. */
final class Words {

    private static final Pattern WEIGHT = Pattern.compile("([^=:]+)[=:](\\d{1,4}(?:\\.\\d{1,6})?)");

    private Words() {}

    /** A code that may also stand in an address: letters, digits, dot, hyphen. */
    static Column<String> code(String header, int most) {
        return Column.of(header, "编码，不超过 " + most + " 位的文字、数字、点或连字符", cell -> {
            String code = cell.code();
            if (!isCode(code, most)) {
                throw new BadCell(
                        "“" + header + "”应为不超过 " + most + " 位的文字、数字、点或连字符，实际填写“" + shortened(cell.text()) + "”。");
            }
            return code;
        });
    }

    /** Several codes in one cell, each of the same form as {@link #code}; the same one twice counts once. */
    static Column<List<String>> codes(String header, String kind, int most) {
        return Column.of(header, kind, cell -> {
            List<String> codes = Arrays.stream(cell.halfWidth().split("[、,;\\s]+"))
                    .filter(s -> !s.isEmpty())
                    .distinct()
                    .toList();
            codes.stream().filter(code -> !isCode(code, most)).findFirst().ifPresent(code -> {
                throw new BadCell(
                        "“" + header + "”里的“" + shortened(code) + "”不是编码：应为不超过 " + most + " 位的文字、数字、点或连字符，多个用顿号隔开。");
            });
            return codes;
        });
    }

    /** Weights in one cell, such as {@code 小区=2；路口=0.5}. @param name turns the word before the sign into its key */
    static <K> Column<Map<K, BigDecimal>> weights(String header, String kind, Function<String, @Nullable K> name) {
        return Column.of(header, kind, cell -> {
            Map<K, BigDecimal> weights = new LinkedHashMap<>();
            for (String part : cell.halfWidth().replaceAll("\\s", "").split("[;,、]")) {
                Matcher matcher = WEIGHT.matcher(part);
                K key = matcher.matches() ? name.apply(matcher.group(1)) : null;
                if (key == null || weights.put(key, new BigDecimal(matcher.group(2)).stripTrailingZeros()) != null) {
                    throw new BadCell("“" + header + "”里的“" + shortened(part) + "”不正确：" + kind + "，每个只写一次。");
                }
            }
            return weights;
        });
    }

    static <K> String written(Map<K, BigDecimal> weights, Function<K, String> name) {
        return weights.entrySet().stream()
                .map(w -> name.apply(w.getKey()) + "="
                        + w.getValue().stripTrailingZeros().toPlainString())
                .sorted()
                .collect(Collectors.joining("；"));
    }

    private static boolean isCode(String code, int most) {
        return code.length() <= most && code.matches("[\\p{L}\\p{N}._-]+");
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
