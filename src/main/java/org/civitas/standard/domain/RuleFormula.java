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
import java.util.stream.IntStream;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Consequence;
import org.civitas.standard.RuleDefinition.CountInWindow;
import org.civitas.standard.RuleDefinition.Deduct;
import org.civitas.standard.RuleDefinition.Density;
import org.civitas.standard.RuleDefinition.Expression;
import org.civitas.standard.RuleDefinition.Grade;
import org.civitas.standard.RuleDefinition.PassFail;
import org.civitas.standard.RuleDefinition.Proportion;
import org.civitas.standard.RuleDefinition.Review;
import org.civitas.standard.RuleDefinition.Survey;
import org.civitas.standard.RuleDefinition.Threshold;
import org.civitas.standard.RuleDefinition.Veto;
import org.civitas.standard.RuleDefinition.Zeroing;
import org.civitas.standard.RuleExpression;
import org.civitas.standard.RuleType;

/**
 * 规则参数 — a rule's parameters as people write them in a workbook, there and back:
 * {@code A=1；B=0.66；C=0.33；C#=0}, {@code 每处扣0.25}, {@code ≥5：1；≥3：0.6}. {@link RuleHelp} lists them all.
 */
public final class RuleFormula {

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern GRADE = Pattern.compile("(A|B|C|C#)[=:]" + NUMBER);
    private static final Pattern DEDUCT = Pattern.compile("(?:每(?:处|项|件|次|人次|条)扣)?(\\d{1,3}(?:\\.\\d{1,9})?)分?");
    private static final Pattern REQUIRED = Pattern.compile("应有(\\d{1,6})(?:处|项|件|个|人)?");
    private static final Pattern MISSING = Pattern.compile("每缺(?:1|一)?(?:处|项|件|个|人)?扣(\\d{1,3}(?:\\.\\d{1,9})?)分?");
    private static final Pattern TARGET = Pattern.compile("目标[=:]" + NUMBER + "%?");
    private static final Pattern OUT_OF = Pattern.compile("满分[=:]?" + NUMBER + "分?");
    private static final Pattern APART = Pattern.compile("相差超过" + NUMBER + "分?(?:须|的须)?仲裁");
    private static final Pattern EACH = Pattern.compile("每(?:起|次|件)扣" + NUMBER + "分?");
    private static final Pattern MOST = Pattern.compile("最多扣?" + NUMBER + "分?");
    private static final Pattern CAP = Pattern.compile("(?:总分)?最高" + NUMBER + "分?");

    private RuleFormula() {}

    /** Reads a rule. @throws org.civitas.shared.RuleViolation in words, when it can not be understood */
    public static RuleDefinition parse(RuleType type, String parameters) {
        if (type == RuleType.EXPRESSION) {
            return new Expression(RuleExpression.of(parameters).text());
        }
        FormulaText text = new FormulaText(parameters);
        return switch (type) {
            case PASS_FAIL -> text.nothing("“符合率”不需要参数，请留空", new PassFail());
            case GRADE -> grade(text);
            case THRESHOLD -> TierFormula.threshold(text);
            case PROPORTION -> proportion(text);
            case DEDUCT -> deduct(text);
            case ZEROING -> zeroing(text);
            case COUNT_IN_WINDOW -> TierFormula.window(text);
            case DENSITY -> TierFormula.density(text);
            case SURVEY -> TierFormula.survey(text);
            case REVIEW -> review(text);
            case VETO -> veto(text);
            case EXPRESSION -> throw new IllegalStateException();
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
            case Threshold t -> TierFormula.format(t.tiers(), t.otherwise());
            case Proportion p -> p.target() == null ? "" : "目标=" + plain(p.target());
            case Deduct d ->
                d.required() == null
                        ? "每处扣" + plain(d.perFault())
                        : "应有" + d.required() + "；每缺一处扣" + plain(d.perFault());
            case Zeroing z -> z.wholeCriterion() ? "整条标准" : "仅本要求";
            case CountInWindow w ->
                "窗口=" + w.length() + w.unit().word() + "；" + TierFormula.format(w.tiers(), w.otherwise());
            case Density d ->
                "每" + d.per() + "米；" + (d.walked() == null ? "" : "路程=" + d.walked() + "米；")
                        + TierFormula.format(d.tiers(), d.otherwise());
            case Survey s ->
                (s.question().isEmpty() ? "" : "题目=" + s.question() + "；")
                        + TierFormula.format(s.tiers(), s.otherwise());
            case Review r -> format(r);
            case Veto v -> format(v);
            case Expression e -> e.text();
        };
    }

    private static String format(Review review) {
        List<String> parts = new ArrayList<>();
        if (review.outOf() != null) {
            parts.add("满分=" + plain(review.outOf()));
        }
        if (review.arbitrateAbove() != null) {
            parts.add("相差超过" + plain(review.arbitrateAbove()) + "仲裁");
        }
        return String.join("；", parts);
    }

    private static String format(Veto veto) {
        return switch (veto.consequence()) {
            case DEDUCT -> "每起扣" + plain(veto.points()) + (veto.most() == null ? "" : "；最多扣" + plain(veto.most()));
            case SUSPEND -> "暂停";
            case CAP -> "最高" + plain(veto.points());
            case REVOKE -> "取消";
        };
    }

    private static RuleDefinition grade(FormulaText text) {
        List<String> parts = text.parts();
        if (parts.isEmpty()) {
            return Grade.usual();
        }
        if (parts.size() != Grade.NAMES.size()) {
            throw malformed(text, "“等级”应写成“A=1；B=0.66；C=0.33；C#=0”");
        }
        List<BigDecimal> ratios = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Matcher matcher = GRADE.matcher(parts.get(i));
            if (!matcher.matches() || !matcher.group(1).equals(Grade.NAMES.get(i))) {
                throw malformed(text, "“等级”应依次写 A、B、C、C#，如“A=1；B=0.66；C=0.33；C#=0”");
            }
            ratios.add(ratio(matcher.group(2), text));
            if (i > 0 && ratios.get(i).compareTo(ratios.get(i - 1)) > 0) {
                throw malformed(text, "等级 " + Grade.NAMES.get(i) + " 的得分比例不能高于前一级");
            }
        }
        return new Grade(ratios);
    }

    private static RuleDefinition proportion(FormulaText text) {
        if (text.parts().isEmpty()) {
            return new Proportion(null);
        }
        BigDecimal target = text.only(TARGET);
        if (target == null || target.signum() <= 0) {
            throw malformed(text, "“完成比例”请留空（填报完成数和应完成数），或写成“目标=100”");
        }
        return new Proportion(target);
    }

    private static RuleDefinition deduct(FormulaText text) {
        List<String> parts = text.parts();
        if (parts.size() == 2) {
            Matcher required = REQUIRED.matcher(parts.getFirst());
            Matcher missing = MISSING.matcher(parts.getLast());
            if (required.matches()
                    && missing.matches()
                    && number(missing.group(1)).signum() > 0
                    && Integer.parseInt(required.group(1)) > 0) {
                return new Deduct(number(missing.group(1)), Integer.parseInt(required.group(1)));
            }
        }
        BigDecimal perFault = text.only(DEDUCT);
        if (perFault == null || perFault.signum() == 0) {
            throw malformed(text, "“扣分”应写成“每处扣0.25”或“应有3；每缺一处扣0.5”，分值大于 0");
        }
        return new Deduct(perFault);
    }

    private static RuleDefinition zeroing(FormulaText text) {
        String only = String.join("", text.parts());
        return switch (only) {
            case "", "整条标准" -> new Zeroing(true);
            case "仅本要求" -> new Zeroing(false);
            default -> throw malformed(text, "“缺项归零”应写“整条标准”或“仅本要求”，留空为整条标准");
        };
    }

    private static RuleDefinition review(FormulaText text) {
        BigDecimal outOf = text.take(OUT_OF);
        BigDecimal apart = text.take(APART);
        if (!text.parts().isEmpty() || (outOf != null && outOf.signum() == 0)) {
            throw malformed(text, "“评分”请留空（按本项分值评分），或写成“满分=100”“满分=100；相差超过20仲裁”");
        }
        return new Review(outOf, apart);
    }

    private static RuleDefinition veto(FormulaText text) {
        String whole = String.join("", text.parts());
        if (whole.startsWith("暂停") || whole.startsWith("取消")) {
            return new Veto(whole.startsWith("暂停") ? Consequence.SUSPEND : Consequence.REVOKE, null, null);
        }
        BigDecimal each = text.take(EACH);
        BigDecimal most = text.take(MOST);
        BigDecimal cap = each == null && most == null ? text.take(CAP) : null;
        if (text.parts().isEmpty()
                && each != null
                && each.signum() > 0
                && (most == null || most.compareTo(each) >= 0)) {
            return new Veto(Consequence.DEDUCT, each, most);
        }
        if (text.parts().isEmpty() && cap != null) {
            return new Veto(Consequence.CAP, cap, null);
        }
        throw malformed(text, "“负面事件”应写成“每起扣2”“每起扣2；最多扣6”“最高80”“暂停”或“取消”");
    }
}
