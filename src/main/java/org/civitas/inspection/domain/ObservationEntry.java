package org.civitas.inspection.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.Outcome;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 观察记录 — what one inspector saw for one check item at one site; never changed, only followed by a correction.
 *
 * <p>The id is made on the phone, so that sending it twice stores it once.
 */
public record ObservationEntry(
        UUID id,
        String checkItemCode,
        Outcome outcome,
        @Nullable GradeMark grade,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        List<String> faults,
        String remark,
        List<UUID> pictures,
        @Nullable GeoPoint position,
        boolean anotherSpot,
        Instant observedAt) {

    private static final int MOST_PICTURES = 9;
    private static final int MOST_FAULTS = 10;
    private static final int LONGEST_TEXT = 500;
    private static final int HIGHEST_COUNT = 100_000;
    private static final BigDecimal HIGHEST_FIGURE = new BigDecimal("1000000000");

    public ObservationEntry {
        faults = faults.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        pictures = pictures.stream().distinct().toList();
        remark = remark.strip();
        requireValueFits(outcome, grade, count, figure);
        require(
                faults.size() <= MOST_FAULTS && faults.stream().allMatch(word -> word.length() <= 100),
                "observation.faults.too-many",
                "一条记录最多写 " + MOST_FAULTS + " 个问题，每个不超过 100 字。");
        require(remark.length() <= LONGEST_TEXT, "observation.remark.too-long", "说明不能超过 " + LONGEST_TEXT + " 字。");
        require(
                pictures.size() <= MOST_PICTURES,
                "observation.pictures.too-many",
                "一条记录最多附 " + MOST_PICTURES + " 张照片。");
        boolean namesFault = !faults.isEmpty() || !remark.isEmpty();
        require(outcome != Outcome.NONCONFORMING || namesFault, "observation.fault.missing", "判为“不符合”时请选择或写明问题。");
        require(count == null || count == 0 || namesFault, "observation.fault.missing", "发现问题时请选择或写明是什么问题。");
    }

    /**
     * A problem to be mended: 不符合, a count of faults above zero, grade C or C#, or a grade or figure with which the
     * inspector named a fault. What a bare figure means is decided by the rule of the edition, not at the site.
     */
    public boolean failed() {
        return switch (outcome) {
            case NONCONFORMING -> true;
            case GRADED -> grade != null && (grade.failed() || !faults.isEmpty());
            case COUNTED -> count != null && count > 0;
            case MEASURED -> !faults.isEmpty();
            case CONFORMING, NOT_APPLICABLE -> false;
        };
    }

    /** Fault words and remark as one sentence for those who must mend it. */
    public String faultWords() {
        String words = String.join("；", faults);
        if (remark.isEmpty()) {
            return words;
        }
        return words.isEmpty() ? remark : words + "。" + remark;
    }

    private static void requireValueFits(
            Outcome outcome, @Nullable GradeMark grade, @Nullable Integer count, @Nullable BigDecimal figure) {
        require((outcome == Outcome.GRADED) == (grade != null), "observation.grade.misplaced", "评级记录须有且只有等级。");
        require((outcome == Outcome.COUNTED) == (count != null), "observation.count.misplaced", "计数记录须有且只有数量。");
        require((outcome == Outcome.MEASURED) == (figure != null), "observation.figure.misplaced", "数值记录须有且只有数值。");
        require(
                count == null || (count >= 0 && count <= HIGHEST_COUNT),
                "observation.count.range",
                "数量应在 0 到 " + HIGHEST_COUNT + " 之间。");
        require(
                figure == null || figure.abs().compareTo(HIGHEST_FIGURE) <= 0,
                "observation.figure.range",
                "数值的绝对值不能超过 10 亿。");
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw new RuleViolation(code, message);
        }
    }
}
