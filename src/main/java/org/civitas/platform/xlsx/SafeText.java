package org.civitas.platform.xlsx;

import org.dhatim.fastexcel.Worksheet;

/** Writes words into a cell so that no program takes them for a formula, and none chokes on them. */
final class SafeText {

    private static final int LONGEST = 32_767;
    private static final String TEXT_FORMAT = "@";

    private SafeText() {}

    /**
     * Writes an inline string (nothing stays on the heap). What begins like a formula also gets the text format, so that it
     * stays text when a person edits the cell.
     */
    static void write(Worksheet sheet, int row, int column, String text) {
        String clean = clean(text);
        if (clean.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, clean);
        if (looksLikeFormula(clean)) {
            sheet.style(row, column).format(TEXT_FORMAT).set();
        }
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** Without the characters that XML can not hold; not longer than a cell. */
    static String clean(String text) {
        if (text.length() <= LONGEST && isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(SafeText::isXml).limit(LONGEST).forEach(out::appendCodePoint);
        return out.length() > LONGEST ? out.substring(0, LONGEST) : out.toString();
    }

    /** Nearly every text is: then nothing has to be copied. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r'
                    || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    || c > 0xFFFD) {
                return false;
            }
        }
        return true;
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
