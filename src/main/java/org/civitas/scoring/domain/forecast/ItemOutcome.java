package org.civitas.scoring.domain.forecast;

import java.math.BigDecimal;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Verdict;
import org.jspecify.annotations.Nullable;

/** 检查结果 — one thing that a check item can be found to be: 符合, 不符合, a grade, a count or a figure. */
public record ItemOutcome(
        Verdict verdict,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        @Nullable String grade) {

    public static final ItemOutcome PASS = new ItemOutcome(Verdict.PASS, null, null, null);
    public static final ItemOutcome FAIL = new ItemOutcome(Verdict.FAIL, null, null, null);

    static ItemOutcome of(ObservationFacts seen) {
        return new ItemOutcome(seen.verdict(), seen.count(), seen.figure(), seen.grade());
    }

    boolean failed() {
        return verdict == Verdict.FAIL;
    }

    boolean plain() {
        return count == null && figure == null && grade == null;
    }
}
