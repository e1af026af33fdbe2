package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 得分率变动 — takes the difference of two rounds' rates (得分率, got ÷ judged) apart into what each part did.
 *
 * <p>A part weighs {@code w = judged ÷ judged of the round} and has the rate {@code r}. From one round to the next the rate R
 * = Σ w·r changes by two causes, and the midpoint split gives all of the change to them, leaving no rest:
 *
 * <ul>
 *   <li>表现 — the part did better or worse: {@code (w₁+w₂)/2 · (r₂−r₁)};
 *   <li>范围 — it weighs more or less of what was judged: {@code ((r₁+r₂)/2 − (R₁+R₂)/2) · (w₂−w₁)}. A part that only one
 *       round judged has no change of its own; all of its effect is of this kind.
 * </ul>
 *
 * <p>All figures are integers of 10⁻⁹; the effects add up to {@code after − before} exactly.
 *
 * @param before rate of the earlier round, from 0 to 10⁹
 * @param after rate of the later round
 * @param effects in the order of the parts' codes
 */
public record RateChange(long before, long after, List<Effect> effects) {

    /** 变动因素 — what one part added to the change; a rate is null where the round did not judge the part. */
    public record Effect(
            String code,
            @Nullable Long rateBefore,
            @Nullable Long rateAfter,
            long performance,
            long scope) {}

    private static final MathContext EXACT_ENOUGH = new MathContext(40);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * @param earlier parts of the earlier round by their codes; together they are the round
     * @throws IllegalArgumentException if a round judged nothing
     */
    public static RateChange between(Map<String, Tally> earlier, Map<String, Tally> later) {
        Tally first = total(earlier);
        Tally second = total(later);
        if (first.judged() == 0 || second.judged() == 0) {
            throw new IllegalArgumentException("a round without a judged part has no rate");
        }
        BigDecimal middle = ratio(first).add(ratio(second)).divide(TWO, EXACT_ENOUGH);
        SortedSet<String> codes = new TreeSet<>(earlier.keySet());
        codes.addAll(later.keySet());
        List<String> judged = new ArrayList<>();
        List<BigDecimal> exact = new ArrayList<>();
        for (String code : codes) {
            Tally a = earlier.getOrDefault(code, Tally.NOTHING);
            Tally b = later.getOrDefault(code, Tally.NOTHING);
            if (a.judged() > 0 || b.judged() > 0) {
                judged.add(code);
                addEffects(exact, a, b, share(a, first), share(b, second), middle);
            }
        }
        long before = Fraction.of(first.got(), first.judged()).rounded();
        long after = Fraction.of(second.got(), second.judged()).rounded();
        long[] rounded = SignedParts.of(exact, after - before);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            String code = judged.get(i);
            effects.add(new Effect(
                    code, rate(earlier.get(code)), rate(later.get(code)), rounded[2 * i], rounded[2 * i + 1]));
        }
        return new RateChange(before, after, List.copyOf(effects));
    }

    private static void addEffects(
            List<BigDecimal> exact, Tally a, Tally b, BigDecimal shareA, BigDecimal shareB, BigDecimal middle) {
        BigDecimal rateA = ratio(a.judged() > 0 ? a : b);
        BigDecimal rateB = ratio(b.judged() > 0 ? b : a);
        exact.add(nanos(shareA.add(shareB).divide(TWO, EXACT_ENOUGH).multiply(rateB.subtract(rateA))));
        exact.add(nanos(
                rateA.add(rateB).divide(TWO, EXACT_ENOUGH).subtract(middle).multiply(shareB.subtract(shareA))));
    }

    private static Tally total(Map<String, Tally> parts) {
        return parts.values().stream().reduce(Tally.NOTHING, Tally::plus);
    }

    private static BigDecimal ratio(Tally tally) {
        return BigDecimal.valueOf(tally.got()).divide(BigDecimal.valueOf(tally.judged()), EXACT_ENOUGH);
    }

    private static BigDecimal share(Tally part, Tally whole) {
        return BigDecimal.valueOf(part.judged()).divide(BigDecimal.valueOf(whole.judged()), EXACT_ENOUGH);
    }

    private static BigDecimal nanos(BigDecimal share) {
        return share.movePointRight(9);
    }

    private static @Nullable Long rate(@Nullable Tally tally) {
        return tally == null || tally.judged() == 0
                ? null
                : Fraction.of(tally.got(), tally.judged()).rounded();
    }
}
