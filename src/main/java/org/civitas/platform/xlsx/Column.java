package org.civitas.platform.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * 导入列 — one column of an import sheet: its Chinese header, how a cell is read, and what the template says about it.
 *
 * <p>Immutable; {@code required()}, {@code example(…)} and {@code note(…)} answer a changed copy. Use the same object to declare
 * the column and to read the row.
 */
public final class Column<T> {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._/-]+");

    private final String header;
    private final String kind;
    private final CellParser<T> parser;
    private final List<String> allowed;
    private final boolean required;
    private final String example;
    private final String note;

    private Column(
            String header,
            String kind,
            CellParser<T> parser,
            List<String> allowed,
            boolean required,
            String example,
            String note) {
        this.header = header;
        this.kind = kind;
        this.parser = parser;
        this.allowed = List.copyOf(allowed);
        this.required = required;
        this.example = example;
        this.note = note;
    }

    /** A column with its own way of reading; {@code kind} tells people what to write, such as “经度（度）”. */
    public static <T> Column<T> of(String header, String kind, CellParser<T> parser) {
        return new Column<>(header, kind, parser, List.of(), false, "", "");
    }

    /** Free words of at most {@code most} characters. */
    public static Column<String> text(String header, int most) {
        return of(header, "文字，不超过 " + most + " 字", cell -> {
            if (cell.text().codePointCount(0, cell.text().length()) > most) {
                throw new BadCell("“" + header + "”不能超过 " + most + " 字，现有 "
                        + cell.text().codePointCount(0, cell.text().length()) + " 字。");
            }
            return cell.text();
        });
    }

    /** A code: half-width, without spaces; letters, digits, dot, slash, underscore and hyphen. */
    public static Column<String> code(String header, int most) {
        return of(header, "编码，不超过 " + most + " 位", cell -> {
            String code = cell.code();
            if (code.length() > most || !CODE.matcher(code).matches()) {
                throw new BadCell(
                        "“" + header + "”应为不超过 " + most + " 位的字母、数字或 . - _ /，实际填写“" + Words.quoted(cell.text()) + "”。");
            }
            return code;
        });
    }

    public static Column<Integer> integer(String header, int least, int most) {
        return of(header, "整数，" + least + " 到 " + most, cell -> {
            BigDecimal number = number(header, cell, BigDecimal.valueOf(least), BigDecimal.valueOf(most), "整数");
            try {
                return number.intValueExact();
            } catch (ArithmeticException fraction) {
                throw new BadCell("“" + header + "”应为整数，实际填写“" + Words.quoted(cell.text()) + "”。");
            }
        });
    }

    /** A number from {@code least} to {@code most}, both included; more than {@code places} decimal places are refused. */
    public static Column<BigDecimal> decimal(String header, String least, String most, int places) {
        return of(header, "数字，" + least + " 到 " + most + "，最多 " + places + " 位小数", cell -> {
            BigDecimal number = number(header, cell, new BigDecimal(least), new BigDecimal(most), "数字");
            if (number.stripTrailingZeros().scale() > places) {
                throw new BadCell("“" + header + "”最多 " + places + " 位小数，实际填写“" + Words.quoted(cell.text()) + "”。");
            }
            return number;
        });
    }

    /** A day: an Excel date or 2026-11-20, 2026/11/20, 2026.11.20, 2026年11月20日, 20261120. */
    public static Column<LocalDate> date(String header) {
        return of(header, "日期，如 2026-11-20", ExcelDates::date);
    }

    /** One of the given words; the template offers them in a drop-down list. */
    public static <T> Column<T> choice(String header, Map<String, T> values) {
        Map<String, T> byWord = new LinkedHashMap<>();
        values.forEach((word, value) -> byWord.put(CellValue.ofText(word).halfWidth(), value));
        List<String> words = List.copyOf(values.keySet());
        CellParser<T> parser = cell -> {
            T value = byWord.get(cell.halfWidth());
            if (value == null) {
                throw new BadCell("“" + header + "”应为" + listed(words) + "之一，实际填写“" + Words.quoted(cell.text()) + "”。");
            }
            return value;
        };
        return new Column<>(header, "从下拉列表选择", parser, words, false, "", "");
    }

    public static Column<Boolean> yesNo(String header) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("是", true);
        values.put("否", false);
        return choice(header, values);
    }

    private static BigDecimal number(String header, CellValue cell, BigDecimal least, BigDecimal most, String what) {
        BigDecimal number = cell.number();
        if (cell.dateTime() != null || number == null) {
            number = written(header, cell, what);
        }
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new BadCell("“" + header + "”应在 " + least.toPlainString() + " 到 " + most.toPlainString() + " 之间，实际填写“"
                    + Words.quoted(cell.text()) + "”。");
        }
        return number;
    }

    private static BigDecimal written(String header, CellValue cell, String what) {
        String digits = cell.halfWidth().replaceAll("[\\s,]", "");
        if (cell.dateTime() != null || !digits.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?")) {
            throw new BadCell("“" + header + "”应为" + what + "，实际填写“" + Words.quoted(cell.text()) + "”。");
        }
        return new BigDecimal(digits);
    }

    private static String listed(List<String> words) {
        return words.size() <= 12
                ? Words.headers(words)
                : Words.headers(words.subList(0, 12)) + "等 " + words.size() + " 个可选值";
    }

    public Column<T> required() {
        return new Column<>(header, kind, parser, allowed, true, example, note);
    }

    /** What the example row of the template shows. */
    public Column<T> example(String words) {
        return new Column<>(header, kind, parser, allowed, required, words, note);
    }

    /** A sentence for the instructions sheet. */
    public Column<T> note(String words) {
        return new Column<>(header, kind, parser, allowed, required, example, words);
    }

    public String header() {
        return header;
    }

    public boolean isRequired() {
        return required;
    }

    String kind() {
        return kind;
    }

    List<String> allowed() {
        return allowed;
    }

    String example() {
        return example;
    }

    String note() {
        return note;
    }

    T parse(CellValue cell) {
        return parser.parse(cell);
    }
}
