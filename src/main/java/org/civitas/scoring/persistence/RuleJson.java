package org.civitas.scoring.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.civitas.scoring.domain.CountInWindow;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Density;
import org.civitas.scoring.domain.Expression;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Proportion;
import org.civitas.scoring.domain.Review;
import org.civitas.scoring.domain.ScoringRule;
import org.civitas.scoring.domain.Survey;
import org.civitas.scoring.domain.Threshold;
import org.civitas.scoring.domain.Tiers;
import org.civitas.scoring.domain.Unruled;
import org.civitas.scoring.domain.Veto;
import org.civitas.scoring.domain.Zeroing;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it was frozen. Every rule uses the fields that it needs; what a field means never changes.
 *
 * @param number required (扣分), length (窗口), per (密度)
 * @param second walked (密度)
 * @param flag whole criterion (缺项归零), in minutes (窗口)
 * @param text the question (问卷), the expression (公式), the consequence (负面事件)
 * @param amount target (完成比例), full mark (评分), points (负面事件)
 * @param most arbitrate above (评分), the most that is taken (负面事件)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleJson(
        String kind,
        @Nullable String perFault,
        @Nullable List<Grade.Level> levels,
        @Nullable List<TierJson> tiers,
        @Nullable Long otherwise,
        @Nullable Integer number,
        @Nullable Integer second,
        @Nullable Boolean flag,
        @Nullable String text,
        @Nullable String amount,
        @Nullable String most) {

    record TierJson(String comparison, String limit, long ratio) {

        static TierJson of(Threshold.Tier tier) {
            return new TierJson(tier.comparison().name(), tier.limit().toPlainString(), tier.ratio());
        }

        Threshold.Tier tier() {
            return new Threshold.Tier(Threshold.Comparison.valueOf(comparison), new BigDecimal(limit), ratio);
        }
    }

    private static RuleJson of(String kind) {
        return new RuleJson(kind, null, null, null, null, null, null, null, null, null, null);
    }

    private RuleJson with(Tiers table) {
        return new RuleJson(
                kind,
                perFault,
                levels,
                table.tiers().stream().map(TierJson::of).toList(),
                table.otherwise(),
                number,
                second,
                flag,
                text,
                amount,
                most);
    }

    private RuleJson with(@Nullable Integer number, @Nullable Integer second, @Nullable Boolean flag) {
        return new RuleJson(kind, perFault, levels, tiers, otherwise, number, second, flag, text, amount, most);
    }

    private RuleJson with(@Nullable String text, @Nullable BigDecimal amount, @Nullable BigDecimal most) {
        return new RuleJson(
                kind, perFault, levels, tiers, otherwise, number, second, flag, text, plain(amount), plain(most));
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    static RuleJson of(ScoringRule rule) {
        return switch (rule) {
            case PassFail ignored -> of("PASS_FAIL");
            case Grade grade ->
                new RuleJson("GRADE", null, grade.levels(), null, null, null, null, null, null, null, null);
            case Deduct deduct ->
                new RuleJson(
                        "DEDUCT",
                        deduct.perFault().exact().toPlainString(),
                        null,
                        null,
                        null,
                        deduct.required(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case Threshold it -> of("THRESHOLD").with(new Tiers(it.tiers(), it.otherwise()));
            case Proportion it -> of("PROPORTION").with(null, it.target(), null);
            case Zeroing it -> of("ZEROING").with(null, null, it.wholeCriterion());
            case CountInWindow it ->
                of("COUNT_IN_WINDOW").with(it.length(), null, it.inMinutes()).with(it.tiers());
            case Density it -> of("DENSITY").with(it.per(), it.walked(), null).with(it.tiers());
            case Survey it -> of("SURVEY").with(it.question(), null, null).with(it.tiers());
            case Review it -> of("REVIEW").with(null, it.outOf(), it.arbitrateAbove());
            case Veto it -> of("VETO").with(it.consequence().name(), exact(it.points()), exact(it.most()));
            case Expression it -> of("EXPRESSION").with(it.text(), null, null);
            case Unruled ignored -> of("UNRULED");
        };
    }

    private static @Nullable BigDecimal exact(@Nullable Points points) {
        return points == null ? null : points.exact();
    }

    ScoringRule rule() {
        return switch (kind) {
            case "PASS_FAIL" -> new PassFail();
            case "GRADE" -> new Grade(needed(levels));
            case "DEDUCT" -> new Deduct(Points.of(needed(perFault)), number);
            case "THRESHOLD" -> new Threshold(table().tiers(), needed(otherwise));
            case "PROPORTION" -> new Proportion(decimal(amount));
            case "ZEROING" -> new Zeroing(needed(flag));
            case "COUNT_IN_WINDOW" -> new CountInWindow(needed(number), needed(flag), table());
            case "DENSITY" -> new Density(needed(number), second, table());
            case "SURVEY" -> new Survey(needed(text), table());
            case "REVIEW" -> new Review(decimal(amount), decimal(most));
            case "VETO" -> new Veto(Veto.Consequence.valueOf(needed(text)), points(amount), points(most));
            case "EXPRESSION" -> new Expression(needed(text));
            case "UNRULED" -> new Unruled();
            default -> throw new IllegalStateException("unknown frozen rule " + kind);
        };
    }

    private Tiers table() {
        return new Tiers(needed(tiers).stream().map(TierJson::tier).toList(), needed(otherwise));
    }

    private static @Nullable BigDecimal decimal(@Nullable String written) {
        return written == null ? null : new BigDecimal(written);
    }

    private static @Nullable Points points(@Nullable String written) {
        return written == null ? null : Points.of(written);
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value, "a frozen rule lacks a part");
    }
}
