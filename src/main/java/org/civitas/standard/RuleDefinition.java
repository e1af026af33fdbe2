package org.civitas.standard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 计分规则定义 — the rule of a requirement as data: its type and parameters. The module that scores turns it into its rule.
 *
 * <p>Ratios are shares of the full points, from 0 to 1. Tiers stand from the best to the worst; the first that a figure
 * satisfies gives its ratio, none gives {@code otherwise}.
 */
public sealed interface RuleDefinition {

    /** 符合率 — the share of the applicable check items (elsewhere: conditions) that conform. */
    record PassFail() implements RuleDefinition {}

    /** 等级 — A, B, C, C# in this order; {@code ratios} has one ratio for each. */
    record Grade(List<BigDecimal> ratios) implements RuleDefinition {
        public static final List<String> NAMES = List.of("A", "B", "C", "C#");

        public Grade {
            ratios = List.copyOf(ratios);
        }

        /** A 1, B 0.66, C 0.33, C# 0. */
        public static Grade usual() {
            return new Grade(List.of(BigDecimal.ONE, new BigDecimal("0.66"), new BigDecimal("0.33"), BigDecimal.ZERO));
        }
    }

    /** 分档 — tiers on one figure. */
    record Threshold(List<Tier> tiers, BigDecimal otherwise) implements RuleDefinition {
        public Threshold {
            tiers = List.copyOf(tiers);
        }

        public Threshold(List<Tier> tiers) {
            this(tiers, BigDecimal.ZERO);
        }
    }

    /**
     * 完成比例 — done / required, at most 1.
     *
     * @param target what one figure is held against; null where done and required are entered together
     */
    record Proportion(@Nullable BigDecimal target) implements RuleDefinition {}

    /**
     * 扣分 — {@code perFault} points off for each fault found, never below 0.
     *
     * @param required how many there should be; then each missing one is a fault, and what is counted is what is there
     */
    record Deduct(BigDecimal perFault, @Nullable Integer required) implements RuleDefinition {
        public Deduct(BigDecimal perFault) {
            this(perFault, null);
        }
    }

    /**
     * 缺项归零 — one condition missing and nothing is got.
     *
     * @param wholeCriterion whether the whole criterion falls to 0; else this requirement alone, at a site only this site
     */
    record Zeroing(boolean wholeCriterion) implements RuleDefinition {}

    /** 窗口计数 — tiers on the largest number of occurrences within any window of this length. */
    record CountInWindow(int length, WindowUnit unit, List<Tier> tiers, BigDecimal otherwise)
            implements RuleDefinition {
        public CountInWindow {
            tiers = List.copyOf(tiers);
        }
    }

    /** 窗口单位 — of a distance or of a time. */
    enum WindowUnit {
        METRES("米"),
        MINUTES("分钟");

        private final String word;

        WindowUnit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * 密度 — tiers on the number of occurrences per so many metres.
     *
     * @param walked metres that are usually walked, for a count without its own length; null where each count brings it
     */
    record Density(int per, @Nullable Integer walked, List<Tier> tiers, BigDecimal otherwise)
            implements RuleDefinition {
        public Density {
            tiers = List.copyOf(tiers);
        }
    }

    /** 问卷分档 — tiers on the weighted estimate of a question, in percent; {@code question} may be empty. */
    record Survey(String question, List<Tier> tiers, BigDecimal otherwise) implements RuleDefinition {
        public Survey {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * 评分 — the mean of the reviewers' marks over the full mark; the arbiter's mark counts alone.
     *
     * @param outOf the full mark; null where marks are given in the points of the requirement
     * @param arbitrateAbove two marks further apart than this need an arbiter before they count; null for never
     */
    record Review(@Nullable BigDecimal outOf, @Nullable BigDecimal arbitrateAbove) implements RuleDefinition {}

    /**
     * 负面事件 — what a recorded event does to the whole round.
     *
     * @param points taken off for each event, or the cap; null for 暂停 and 取消
     * @param most the most that all its events take off together; null without limit
     */
    record Veto(
            Consequence consequence,
            @Nullable BigDecimal points,
            @Nullable BigDecimal most) implements RuleDefinition {}

    /** 负面后果 — the four kinds of consequence of a veto event. */
    enum Consequence {
        DEDUCT("扣分"),
        SUSPEND("暂停资格"),
        CAP("总分封顶"),
        REVOKE("取消资格");

        private final String word;

        Consequence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** 公式 — a CEL expression over named numbers, see {@link RuleExpression}; its value is the ratio. */
    record Expression(String text) implements RuleDefinition {}

    /** 档次 — a limit and what reaching it gives. */
    record Tier(Comparison comparison, BigDecimal limit, BigDecimal ratio) {}

    /** 比较 — how a figure is held against a limit. */
    enum Comparison {
        AT_LEAST("≥", "不低于"),
        ABOVE("＞", "高于"),
        AT_MOST("≤", "不超过"),
        BELOW("＜", "低于");

        private final String sign;
        private final String word;

        Comparison(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        public String sign() {
            return sign;
        }

        public String word() {
            return word;
        }

        public boolean upward() {
            return this == AT_LEAST || this == ABOVE;
        }
    }

    default RuleType type() {
        return switch (this) {
            case PassFail ignored -> RuleType.PASS_FAIL;
            case Grade ignored -> RuleType.GRADE;
            case Threshold ignored -> RuleType.THRESHOLD;
            case Proportion ignored -> RuleType.PROPORTION;
            case Deduct ignored -> RuleType.DEDUCT;
            case Zeroing ignored -> RuleType.ZEROING;
            case CountInWindow ignored -> RuleType.COUNT_IN_WINDOW;
            case Density ignored -> RuleType.DENSITY;
            case Survey ignored -> RuleType.SURVEY;
            case Review ignored -> RuleType.REVIEW;
            case Veto ignored -> RuleType.VETO;
            case Expression ignored -> RuleType.EXPRESSION;
        };
    }

    /** The rule in one Chinese sentence. */
    default String sentence() {
        return RuleSentence.of(this);
    }
}
