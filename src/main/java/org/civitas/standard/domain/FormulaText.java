package org.civitas.standard.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A formula as it was typed: split at semicolons or commas, full-width signs taken as half-width ones, parts taken off one by one. */
final class FormulaText {

    private final String written;
    private final List<String> parts;

    FormulaText(String written) {
        this.written = written;
        String half = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        parts = new ArrayList<>(
                Arrays.stream(half.split("[;,、]")).filter(s -> !s.isEmpty()).toList());
    }

    /** What has not been taken off yet. */
    List<String> parts() {
        return parts;
    }

    <T> T nothing(String expected, T result) {
        if (!parts.isEmpty()) {
            throw malformed(this, expected);
        }
        return result;
    }

    /** Takes the first part off if it matches. */
    @Nullable
    Matcher takeMatch(Pattern pattern) {
        if (parts.isEmpty()) {
            return null;
        }
        Matcher matcher = pattern.matcher(parts.getFirst());
        if (!matcher.matches()) {
            return null;
        }
        parts.removeFirst();
        return matcher;
    }

    /** The number in the first part, which is taken off, if it matches. */
    @Nullable
    BigDecimal take(Pattern pattern) {
        Matcher matcher = takeMatch(pattern);
        return matcher == null ? null : number(matcher.group(1));
    }

    /** The number in the one part that there is. */
    @Nullable
    BigDecimal only(Pattern pattern) {
        return parts.size() == 1 ? take(pattern) : null;
    }

    static BigDecimal ratio(String digits, FormulaText text) {
        BigDecimal ratio = number(digits);
        if (ratio.compareTo(BigDecimal.ONE) > 0) {
            throw malformed(text, "得分比例应在 0 到 1 之间");
        }
        return ratio;
    }

    static BigDecimal number(String digits) {
        return new BigDecimal(new BigDecimal(digits).stripTrailingZeros().toPlainString());
    }

    static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    static RuleViolation malformed(FormulaText text, String expected) {
        return new RuleViolation("edition.rule.parameters", "规则参数“" + text.written + "”不正确：" + expected + "。");
    }
}
