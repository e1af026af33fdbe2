package org.civitas.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 计分规则定义 — the rule of a requirement as data: its type and parameters. The module that scores turns it into its rule.
 *
 * <p>Ratios are shares of the full points, from 0 to 1.
 */
public sealed interface RuleDefinition {

    RuleType type();

    /** The rule in one Chinese sentence. */
    String sentence();

    /** 符合率 — the share of the applicable check items that conform. */
    record PassFail() implements RuleDefinition {
        @Override
        public RuleType type() {
            return RuleType.PASS_FAIL;
        }

        @Override
        public String sentence() {
            return "逐项判定符合或不符合，按符合项所占比例得分。";
        }
    }

    /** 等级 — A, B, C, C# in this order; {@code ratios} has one ratio for each. */
    record Grade(List<BigDecimal> ratios) implements RuleDefinition {
        public static final List<String> NAMES = List.of("A", "B", "C", "C#");

        public Grade {
            ratios = List.copyOf(ratios);
        }

        @Override
        public RuleType type() {
            return RuleType.GRADE;
        }

        @Override
        public String sentence() {
            return java.util.stream.IntStream.range(0, Math.min(NAMES.size(), ratios.size()))
                    .mapToObj(i -> NAMES.get(i) + " 级得满分的 " + percent(ratios.get(i)))
                    .collect(Collectors.joining("，", "按满足条件的多少评定等级：", "。"));
        }
    }

    /** 扣分 — {@code perFault} points off for each fault found at a site, never below 0. */
    record Deduct(BigDecimal perFault) implements RuleDefinition {
        @Override
        public RuleType type() {
            return RuleType.DEDUCT;
        }

        @Override
        public String sentence() {
            return "每发现一处扣 " + plain(perFault) + " 分，扣完为止。";
        }
    }

    /** 分档 — the first tier that the figure satisfies gives its ratio; none gives 0. */
    record Threshold(List<Tier> tiers) implements RuleDefinition {
        public Threshold {
            tiers = List.copyOf(tiers);
        }

        @Override
        public RuleType type() {
            return RuleType.THRESHOLD;
        }

        @Override
        public String sentence() {
            return tiers.stream()
                    .map(t -> t.comparison().word() + " " + plain(t.limit()) + " 得满分的 " + percent(t.ratio()))
                    .collect(Collectors.joining("，", "按数值分档：", "，其余不得分。"));
        }
    }

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

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal ratio) {
        return plain(ratio.movePointRight(2)) + "%";
    }
}
