package org.civitas.casework;

import org.jspecify.annotations.Nullable;

/**
 * 指标 — the figures of one unit, area or month, by one definition everywhere.
 *
 * <p>Counted in cycles (交办 → 销号), {@code found}, {@code mended} and {@code accepted} in cases. Annulled cases are in
 * none of them.
 *
 * @param found 发现数: reported in the period, neither dismissed nor annulled
 * @param mended of these, closed by the cut-off
 * @param accepted 立案数: accepted in the period
 * @param dispatched 交办数: first dispatched in the period
 * @param due cycles whose approved deadline lies in the period and before the cut-off
 * @param onTime of these, closed by the cut-off by a submission in time
 * @param overdueOpen 超期在办: open at the cut-off and past the approved deadline, whenever it was
 * @param submitted cycles first submitted in the period
 * @param reworked of these, sent back at least once
 * @param refused dispatched ones that a unit refused
 * @param signedInTime dispatched ones signed for within the sign limit
 * @param seenAgain 再次发现, counted apart
 * @param medianHours, p90Hours, meanHours 整改用时 in working hours of cycles closed in the period; null: none closed
 */
public record FigureSet(
        long found,
        long mended,
        long accepted,
        long dispatched,
        long due,
        long onTime,
        long overdueOpen,
        long submitted,
        long reworked,
        long refused,
        long signedInTime,
        long seenAgain,
        @Nullable Double medianHours,
        @Nullable Double p90Hours,
        @Nullable Double meanHours) {

    public static final FigureSet NONE = new FigureSet(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null);

    /** Only how things stand; what is not asked for is 0. */
    public static FigureSet standing(long found, long mended, long due, long onTime, long overdueOpen) {
        return new FigureSet(found, mended, 0, 0, due, onTime, overdueOpen, 0, 0, 0, 0, 0, null, null, null);
    }

    /** 整改率 = closed / 发现数. */
    public Ratio mendedRate() {
        return new Ratio(mended, found);
    }

    /** 按时办结率 = on time / due. */
    public Ratio onTimeRate() {
        return new Ratio(onTime, due);
    }

    /** 返工率 = cycles with a rework / submitted cycles. */
    public Ratio reworkRate() {
        return new Ratio(reworked, submitted);
    }

    /** 退单率. */
    public Ratio refusalRate() {
        return new Ratio(refused, dispatched);
    }

    /** 签收及时率. */
    public Ratio signedInTimeRate() {
        return new Ratio(signedInTime, dispatched);
    }

    /** 动态清零: no open case past its deadline. */
    public boolean cleared() {
        return overdueOpen == 0;
    }
}
