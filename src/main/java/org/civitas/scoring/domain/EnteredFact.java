package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 填报事实 — what was entered for a requirement that is not judged at sites, as a round froze it. The newest of a kind
 * counts (of equal dates the greater id).
 */
public sealed interface EnteredFact {

    /** By date, then by id. */
    Comparator<EnteredFact> IN_TIME =
            Comparator.comparing(EnteredFact::on).thenComparing(EnteredFact::id, IdOrder.BY_ID);

    UUID id();

    String requirementCode();

    Source source();

    default LocalDate on() {
        return source().on();
    }

    /**
     * 事实来源 — when it was so, who says it, and the paper that proves it.
     *
     * @param document a file of the object store
     */
    record Source(LocalDate on, String by, @Nullable UUID document) {}

    /** 指标数值 — one figure, or what was done of what was required. */
    record Figure(
            UUID id,
            String requirementCode,
            @Nullable BigDecimal value,
            @Nullable BigDecimal done,
            @Nullable BigDecimal required,
            Source source)
            implements EnteredFact {}

    /**
     * 问卷结果 — the weighted estimate of a question.
     *
     * @param share in integers of 10⁻⁹
     * @param samplingError standard error of the share, in integers of 10⁻⁹; for the forecast
     */
    record Estimate(UUID id, String requirementCode, long share, long samplingError, int answers, Source source)
            implements EnteredFact {
        public Estimate {
            if (share < 0 || share > Fraction.ONE || samplingError < 0) {
                throw new IllegalArgumentException("not a share: " + share);
            }
        }
    }

    /** 评审分 — the mark, or the grade, of one reviewer. */
    record Mark(
            UUID id,
            String requirementCode,
            Reviewer reviewer,
            @Nullable BigDecimal mark,
            @Nullable String grade,
            Source source)
            implements EnteredFact {}

    /** 评审人 — an arbiter's mark counts alone. */
    enum Reviewer {
        FIRST("初评"),
        SECOND("复评"),
        ARBITER("仲裁");

        private final String word;

        Reviewer(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** 条件核对 — whether one named condition is met; of each name the newest counts. */
    record Condition(UUID id, String requirementCode, String name, Verdict verdict, Source source)
            implements EnteredFact {}
}
