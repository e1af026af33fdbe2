package org.civitas.scoring.domain;

import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * 负面事件规则 — what a recorded event does to the whole round. It judges nothing itself.
 *
 * @param points taken off the total for each event, or the cap of the total; null for the other two
 * @param most the most that all events of the requirement take off; null without limit
 */
public record Veto(
        Consequence consequence,
        @Nullable Points points,
        @Nullable Points most) implements ScoringRule {

    /** 负面后果 — the four kinds. */
    public enum Consequence {
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

    /** Points in integers of 10⁻⁹; 0 where the consequence has none. */
    long nanos() {
        return points == null ? 0 : points.nanos();
    }

    @Override
    public String sentence() {
        String plain = points == null ? "" : points.exact().stripTrailingZeros().toPlainString();
        return switch (consequence) {
            case DEDUCT ->
                "每发生一起从总分中扣 " + plain + " 分"
                        + (most == null
                                ? ""
                                : "，最多扣 " + most.exact().stripTrailingZeros().toPlainString() + " 分");
            case SUSPEND -> "一经发生，暂停参评资格";
            case CAP -> "一经发生，总分最高 " + plain + " 分";
            case REVOKE -> "一经发生，取消资格";
        };
    }
}
