package org.civitas.standard;

import org.civitas.shared.RuleViolation;

/**
 * 常见问题 — a fault that is often found at a check item.
 *
 * @param caseType the type of case suggested for it, in words
 */
public record UsualFault(String text, String caseType) {

    public UsualFault {
        if (isOdd(text) || isOdd(caseType)) {
            throw new RuleViolation(
                    "edition.item.fault-form", "常见问题和问题类型都要填写，不能含有箭头或换行，实际为“" + text + "”“" + caseType + "”。");
        }
    }

    /** The workbook writes a fault as one line with an arrow. */
    private static boolean isOdd(String words) {
        return words.isBlank()
                || words.contains("→")
                || words.contains("->")
                || words.lines().count() > 1;
    }
}
