package org.civitas.scoring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.ShownTally;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.web.RoundViews.ScoreView;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/** Points and shares as pages print them. */
final class ScoreViews {

    private ScoreViews() {}

    static ScoreView score(Tally tally) {
        ShownTally shown = ShownTally.of(tally);
        return new ScoreView(
                shown.got(),
                shown.judged(),
                shown.full(),
                shown.loss(),
                exact(tally.got()),
                exact(tally.judged()),
                exact(tally.full()),
                exact(tally.loss()),
                rate(tally),
                percent(tally.coverage()));
    }

    static BigDecimal exact(long nanos) {
        return new Points(nanos).exact();
    }

    /** Share of the judged points that was got, in per cent; nothing judged has none. */
    static @Nullable BigDecimal rate(Tally tally) {
        return tally.judged() == 0
                ? null
                : percent(Fraction.of(tally.got(), tally.judged()).rounded());
    }

    /** Change of the rate in percentage points. */
    static @Nullable BigDecimal change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }

    /** Integers of 10⁻⁹ as per cent with two places. */
    static BigDecimal percent(long nanos) {
        return BigDecimal.valueOf(nanos, 7).setScale(2, RoundingMode.HALF_UP);
    }
}
