package org.civitas.standard.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Comparison;
import org.civitas.standard.RuleDefinition.Deduct;
import org.civitas.standard.RuleDefinition.Grade;
import org.civitas.standard.RuleDefinition.PassFail;
import org.civitas.standard.RuleDefinition.Threshold;
import org.civitas.standard.RuleDefinition.Tier;
import org.civitas.standard.RuleType;

/**
 * 规则参数 — a rule's parameters as people write them in a workbook, there and back:
 * {@code A=1；B=0.66；C=0.33；C#=0}, {@code 每处扣0.25}, {@code ≥5：1；≥3：0.6}.
 */
public final class RuleFormula {

    private static final Pattern GRADE = Pattern.compile("(A|B|C|C#)[=:](\\d{1,3}(?:\\.\\d{1,9})?)");
    private static final Pattern DEDUCT = Pattern.compile("(?:每(?:处|项|件|次|人次|条)扣)?(\\d{1,3}(?:\\.\\d{1,9})?)分?");
    private static final Pattern TIER =
            Pattern.compile("(≥|>=|>|≤|<=|<)(-?\\d{1,9}(?:\\.\\d{1,9})?)%?[:=](\\d{1,3}(?:\\.\\d{1,9})?)");

    private RuleFormula() {}

    /** Reads a rule. @throws RuleViolation in words, when it can not be understood */
    public static RuleDefinition parse(RuleType type, String parameters) {
        List<String> parts = parts(parameters);
        return switch (type) {
            case PASS_FAIL -> passFail(parameters, parts);
            case GRADE -> grade(parameters, parts);
            case DEDUCT -> deduct(parameters, parts);
            case THRESHOLD -> threshold(parameters, parts);
        };
    }

    /** The parameters as they are written; empty for a rule without any. */
    public static String format(RuleDefinition rule) {
        return switch (rule) {
            case PassFail ignored -> "";
            case Grade grade ->
                IntStream.range(0, grade.ratios().size())
                        .mapToObj(i ->
                                Grade.NAMES.get(i) + "=" + plain(grade.ratios().get(i)))
                        .collect(Collectors.joining("；"));
            case Deduct deduct -> "每处扣" + plain(deduct.perFault());
            case Threshold threshold ->
                threshold.tiers().stream()
                        .map(t -> t.comparison().sign() + plain(t.limit()) + "：" + plain(t.ratio()))
                        .collect(Collectors.joining("；"));
        };
    }

    private static RuleDefinition passFail(String written, List<String> parts) {
        if (!parts.isEmpty()) {
            throw malformed(written, "“符合率”不需要参数，请留空");
        }
        return new PassFail();
    }

    private static RuleDefinition grade(String written, List<String> parts) {
        if (parts.size() != Grade.NAMES.size()) {
            throw malformed(written, "“等级”应写成“A=1；B=0.66；C=0.33；C#=0”");
        }
        List<BigDecimal> ratios = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Matcher matcher = GRADE.matcher(parts.get(i));
            if (!matcher.matches() || !matcher.group(1).equals(Grade.NAMES.get(i))) {
                throw malformed(written, "“等级”应依次写 A、B、C、C#，如“A=1；B=0.66；C=0.33；C#=0”");
            }
            ratios.add(ratio(matcher.group(2), written));
            if (i > 0 && ratios.get(i).compareTo(ratios.get(i - 1)) > 0) {
                throw malformed(written, "等级 " + Grade.NAMES.get(i) + " 的得分比例不能高于前一级");
            }
        }
        return new Grade(ratios);
    }

    private static RuleDefinition deduct(String written, List<String> parts) {
        Matcher matcher = DEDUCT.matcher(parts.size() == 1 ? parts.getFirst() : "");
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw malformed(written, "“扣分”应写成“每处扣0.25”这样大于 0 的分值");
        }
        return new Deduct(plainNumber(matcher.group(1)));
    }

    private static RuleDefinition threshold(String written, List<String> parts) {
        List<Tier> tiers = new ArrayList<>();
        for (String part : parts) {
            Matcher matcher = TIER.matcher(part);
            if (!matcher.matches()) {
                throw malformed(written, "“分档”应写成“≥90：1；≥80：0.6；≥60：0.3”");
            }
            tiers.add(new Tier(
                    comparison(matcher.group(1)), plainNumber(matcher.group(2)), ratio(matcher.group(3), written)));
        }
        if (tiers.isEmpty()) {
            throw malformed(written, "“分档”至少要有一档，如“≥90：1；≥80：0.6”");
        }
        for (int i = 1; i < tiers.size(); i++) {
            checkOrder(tiers.get(i - 1), tiers.get(i), written);
        }
        return new Threshold(tiers);
    }

    private static void checkOrder(Tier before, Tier after, String written) {
        boolean upward = before.comparison().upward();
        int step = after.limit().compareTo(before.limit());
        if (upward != after.comparison().upward() || step == 0 || (step > 0) == upward) {
            throw malformed(written, "各档界限应从最好到最差排列，方向一致");
        }
        if (after.ratio().compareTo(before.ratio()) > 0) {
            throw malformed(written, "后一档的得分比例不能高于前一档");
        }
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case "≥", ">=" -> Comparison.AT_LEAST;
            case ">" -> Comparison.ABOVE;
            case "≤", "<=" -> Comparison.AT_MOST;
            default -> Comparison.BELOW;
        };
    }

    private static BigDecimal ratio(String digits, String written) {
        BigDecimal ratio = plainNumber(digits);
        if (ratio.compareTo(BigDecimal.ONE) > 0) {
            throw malformed(written, "得分比例应在 0 到 1 之间");
        }
        return ratio;
    }

    private static BigDecimal plainNumber(String digits) {
        return new BigDecimal(new BigDecimal(digits).stripTrailingZeros().toPlainString());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Split at semicolons or commas; full-width signs are taken as half-width ones. */
    private static List<String> parts(String parameters) {
        String half = Normalizer.normalize(parameters, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return Arrays.stream(half.split("[;,、]")).filter(s -> !s.isEmpty()).toList();
    }

    private static RuleViolation malformed(String written, String expected) {
        return new RuleViolation("edition.rule.parameters", "规则参数“" + written + "”不正确：" + expected + "。");
    }
}
