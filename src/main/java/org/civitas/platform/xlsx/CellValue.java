package org.civitas.platform.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * 单元格 — what stands in a cell, with the white space of the edges (also full-width and invisible) taken off.
 *
 * @param text as a person reads it; an Excel number without its rounding dust, an Excel date as {@code 2026-11-20}
 * @param number when the cell holds an Excel number
 * @param dateTime when the cell holds an Excel number shown as a date
 */
public record CellValue(
        String text, @Nullable BigDecimal number, @Nullable LocalDateTime dateTime) {

    private static final int EXCEL_DIGITS = 15;
    private static final int LONGEST = 32_767;
    private static final CellValue BLANK = new CellValue("", null, null);

    /** What a cell of pure text holds; for tests and for parsers that look into part of a cell. */
    public static CellValue ofText(String text) {
        return new CellValue(trimmed(text), null, null);
    }

    static CellValue of(@Nullable Cell cell) {
        if (cell == null) {
            return BLANK;
        }
        return switch (cell.getType()) {
            case EMPTY -> BLANK;
            case STRING -> ofText(shortEnough(cell));
            case BOOLEAN -> new CellValue(Boolean.TRUE.equals(cell.getValue()) ? "是" : "否", null, null);
            case NUMBER -> ofNumber(cell);
            case FORMULA -> throw new BadCell("单元格里是公式，系统不计算公式；请在 Excel 中复制后“选择性粘贴—数值”，再重新上传。");
            case ERROR -> throw new BadCell("单元格是 Excel 错误值“" + cell.getRawValue() + "”，请改为正确的内容。");
        };
    }

    private static CellValue ofNumber(Cell cell) {
        if (!(cell.getValue() instanceof BigDecimal exact)) {
            return BLANK;
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > 30 || exact.precision() > 60) {
            throw new BadCell("单元格里的数字过大或过长，无法识别，请改正。");
        }
        BigDecimal number = exact.round(new MathContext(EXCEL_DIGITS)).stripTrailingZeros();
        if (ExcelDates.isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            LocalDateTime time = ExcelDates.at(cell);
            return new CellValue(ExcelDates.shown(time), number, time);
        }
        return new CellValue(number.toPlainString(), number, null);
    }

    private static String shortEnough(Cell cell) {
        if (!(cell.getValue() instanceof String text)) {
            throw new BadCell("单元格的文字已损坏，请重新填写。");
        }
        if (text.length() > LONGEST) {
            throw new BadCell("单元格内容超过 32767 个字符，请缩短。");
        }
        return text;
    }

    public boolean isBlank() {
        return text.isEmpty();
    }

    /** The text with full-width letters, digits and signs as half-width ones: for codes, numbers, dates and choices. */
    public String halfWidth() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** The text of a code: half-width, no white space inside. A number longer than Excel keeps is refused. */
    public String code() {
        if (number != null
                && number.precision() >= EXCEL_DIGITS
                && number.abs().compareTo(BigDecimal.TEN.pow(EXCEL_DIGITS)) >= 0) {
            throw new BadCell("编码以数字保存且超过 15 位，Excel 已改动末位；请把该列设为“文本”格式后重新填写。");
        }
        return halfWidth().replaceAll("\\s", "");
    }

    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isEdge(text.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(text.charAt(to - 1))) {
            to--;
        }
        return withoutControls(text.substring(from, to));
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                StringBuilder clean = new StringBuilder(text.length());
                text.chars().filter(c -> !isHidden((char) c)).forEach(c -> clean.append((char) c));
                return clean.toString();
            }
        }
        return text;
    }

    private static boolean isEdge(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isHidden(c);
    }

    /** Characters that are seen by nobody and break comparisons: controls except line feed and tab, zero-width ones, BOM. */
    private static boolean isHidden(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\uFEFF'
                || c == '\u2060';
    }

    /** The header as it is compared: half-width, lower case, without spaces, stars and “（必填）”. */
    static String headerKey(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*\\u200B\\uFEFF]", "")
                .replace("(必填)", "");
    }
}
