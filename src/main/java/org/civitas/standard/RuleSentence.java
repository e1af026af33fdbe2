package org.civitas.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.civitas.standard.RuleDefinition.Tier;
import org.civitas.standard.RuleDefinition.Veto;
import org.civitas.standard.RuleDefinition.Zeroing;
import org.jspecify.annotations.Nullable;

/** Every rule in one sentence, as pages, workbooks and papers show it. */
final class RuleSentence {

    private RuleSentence() {}

    static String of(RuleDefinition rule) {
        return switch (rule) {
            case PassFail ignored -> "逐项判定符合或不符合，按符合项所占比例得分。";
            case Grade grade -> grade(grade);
            case Threshold t -> "按数值分档：" + tiers("", t.tiers(), t.otherwise());
            case Proportion p ->
                p.target() == null ? "按完成数占应完成数的比例得分，超额仍按满分计。" : "数值达到 " + plain(p.target()) + " 得满分，不足的按比例得分。";
            case Deduct d ->
                d.required() == null
                        ? "每发现一处扣 " + plain(d.perFault()) + " 分，扣完为止。"
                        : "应有 " + d.required() + " 处，每缺一处扣 " + plain(d.perFault()) + " 分，扣完为止。";
            case Zeroing z -> z.wholeCriterion() ? "有一项条件缺失，整条标准不得分。" : "有一项条件缺失，本项要求不得分（实地考察只计该点位）。";
            case CountInWindow w ->
                "任意 " + w.length() + " " + w.unit().word() + "内最多出现的处数分档：" + tiers("", w.tiers(), w.otherwise());
            case Density d -> "按每 " + d.per() + " 米的处数分档：" + tiers("", d.tiers(), d.otherwise());
            case Survey s ->
                (s.question().isEmpty() ? "按问卷加权结果分档：" : "按问卷“" + s.question() + "”的加权结果分档：")
                        + tiers("%", s.tiers(), s.otherwise());
            case Review r -> review(r);
            case Veto v -> veto(v);
            case Expression e -> "按公式计算得分比例：" + e.text() + "。";
        };
    }

    private static String grade(Grade grade) {
        return IntStream.range(0, Math.min(Grade.NAMES.size(), grade.ratios().size()))
                .mapToObj(i ->
                        Grade.NAMES.get(i) + " 级得满分的 " + percent(grade.ratios().get(i)))
                .collect(Collectors.joining("，", "按满足条件的多少评定等级：", "。"));
    }

    private static String tiers(String unit, List<Tier> tiers, BigDecimal otherwise) {
        return tiers.stream()
                        .map(t -> t.comparison().word() + " " + plain(t.limit()) + unit + " 得满分的 " + percent(t.ratio()))
                        .collect(Collectors.joining("，"))
                + (otherwise.signum() == 0 ? "，其余不得分。" : "，其余得满分的 " + percent(otherwise) + "。");
    }

    private static String review(Review review) {
        BigDecimal outOf = review.outOf();
        BigDecimal apart = review.arbitrateAbove();
        return (outOf == null ? "由评审按本项分值评分" : "由评审按 " + plain(outOf) + " 分制评分")
                + "，两人评分取平均"
                + (apart == null ? "，有仲裁分的以仲裁分为准。" : "，相差超过 " + plain(apart) + " 分的须仲裁，以仲裁分为准。");
    }

    private static String veto(Veto veto) {
        BigDecimal points = veto.points();
        BigDecimal most = veto.most();
        return switch (veto.consequence()) {
            case DEDUCT -> "每发生一起，从总分中扣 " + plain(points) + " 分" + (most == null ? "。" : "，最多扣 " + plain(most) + " 分。");
            case SUSPEND -> "一经发生，暂停参评资格。";
            case CAP -> "一经发生，总分最高 " + plain(points) + " 分。";
            case REVOKE -> "一经发生，取消资格。";
        };
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal ratio) {
        return plain(ratio.movePointRight(2)) + "%";
    }
}
