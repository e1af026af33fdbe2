package org.civitas.standard.domain;

import static org.civitas.standard.domain.FormulaText.malformed;
import static org.civitas.standard.domain.FormulaText.number;
import static org.civitas.standard.domain.FormulaText.plain;
import static org.civitas.standard.domain.FormulaText.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Comparison;
import org.civitas.standard.RuleDefinition.CountInWindow;
import org.civitas.standard.RuleDefinition.Density;
import org.civitas.standard.RuleDefinition.Survey;
import org.civitas.standard.RuleDefinition.Threshold;
import org.civitas.standard.RuleDefinition.Tier;
import org.civitas.standard.RuleDefinition.WindowUnit;

/** Formulas that end in tiers: {@code ≥90：1；≥80：0.6；其余：0.2}, from the best to the worst. */
final class TierFormula {

    private static final String RATIO = "(\\d{1,3}(?:\\.\\d{1,9})?)";
    private static final Pattern TIER = Pattern.compile("(≥|>=|>|≤|<=|<)(-?\\d{1,9}(?:\\.\\d{1,9})?)%?[=:]" + RATIO);
    private static final Pattern OTHERWISE = Pattern.compile("其余[=:]" + RATIO);
    private static final Pattern WINDOW = Pattern.compile("窗口[=:](\\d{1,5})(米|分钟)");
    private static final Pattern PER = Pattern.compile("每(\\d{1,5})米");
    private static final Pattern WALKED = Pattern.compile("路程[=:](\\d{1,6})米?");
    private static final Pattern QUESTION = Pattern.compile("题目[=:]([^=:]{1,40})");

    private TierFormula() {}

    private record Tiers(List<Tier> tiers, BigDecimal otherwise) {}

    static RuleDefinition threshold(FormulaText text) {
        Tiers read = tiers(text, "“分档”应写成“≥90：1；≥80：0.6；≥60：0.3”");
        return new Threshold(read.tiers, read.otherwise);
    }

    static RuleDefinition window(FormulaText text) {
        String expected = "“窗口计数”应写成“窗口=200米；≤0：1；≤2：0.6”或“窗口=5分钟；≤0：1；≤3：0.5”";
        Matcher window = text.takeMatch(WINDOW);
        if (window == null || Integer.parseInt(window.group(1)) == 0) {
            throw malformed(text, expected);
        }
        WindowUnit unit = window.group(2).equals("米") ? WindowUnit.METRES : WindowUnit.MINUTES;
        Tiers read = tiers(text, expected);
        return new CountInWindow(Integer.parseInt(window.group(1)), unit, read.tiers, read.otherwise);
    }

    static RuleDefinition density(FormulaText text) {
        String expected = "“密度”应写成“每100米；≥1：1；≥0.5：0.6”，可在中间写明“路程=500米”";
        BigDecimal per = text.take(PER);
        BigDecimal walked = text.take(WALKED);
        if (per == null || per.signum() == 0 || (walked != null && walked.signum() == 0)) {
            throw malformed(text, expected);
        }
        Tiers read = tiers(text, expected);
        return new Density(
                per.intValueExact(), walked == null ? null : walked.intValueExact(), read.tiers, read.otherwise);
    }

    static RuleDefinition survey(FormulaText text) {
        Matcher question = text.takeMatch(QUESTION);
        Tiers read = tiers(text, "“问卷分档”应写成“题目=满意率；≥90：1；≥80：0.7”，界限为百分数，题目可以不写");
        return new Survey(question == null ? "" : question.group(1), read.tiers, read.otherwise);
    }

    static String format(List<Tier> tiers, BigDecimal otherwise) {
        return tiers.stream()
                        .map(t -> t.comparison().sign() + plain(t.limit()) + "：" + plain(t.ratio()))
                        .collect(Collectors.joining("；"))
                + (otherwise.signum() == 0 ? "" : "；其余：" + plain(otherwise));
    }

    private static Tiers tiers(FormulaText text, String expected) {
        List<Tier> tiers = new ArrayList<>();
        BigDecimal otherwise = BigDecimal.ZERO;
        List<String> parts = text.parts();
        for (int i = 0; i < parts.size(); i++) {
            Matcher last = OTHERWISE.matcher(parts.get(i));
            if (i > 0 && i == parts.size() - 1 && last.matches()) {
                otherwise = ratio(last.group(1), text);
                continue;
            }
            Matcher matcher = TIER.matcher(parts.get(i));
            if (!matcher.matches()) {
                throw malformed(text, expected);
            }
            tiers.add(new Tier(comparison(matcher.group(1)), number(matcher.group(2)), ratio(matcher.group(3), text)));
        }
        if (tiers.isEmpty()) {
            throw malformed(text, expected);
        }
        for (int i = 1; i < tiers.size(); i++) {
            checkOrder(tiers.get(i - 1), tiers.get(i), text);
        }
        if (otherwise.compareTo(tiers.getLast().ratio()) > 0) {
            throw malformed(text, "“其余”的得分比例不能高于最后一档");
        }
        return new Tiers(tiers, otherwise);
    }

    private static void checkOrder(Tier before, Tier after, FormulaText text) {
        boolean upward = before.comparison().upward();
        int step = after.limit().compareTo(before.limit());
        if (upward != after.comparison().upward() || step == 0 || (step > 0) == upward) {
            throw malformed(text, "各档界限应从最好到最差排列，方向一致");
        }
        if (after.ratio().compareTo(before.ratio()) > 0) {
            throw malformed(text, "后一档的得分比例不能高于前一档");
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
}
