package org.civitas.scoring.domain.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.domain.Verdict;

/**
 * 预测回测 — forecasts as they would have been made before past rounds, against what the rounds found.
 *
 * <p>Brier score: mean of (predicted − seen)² over all judged items (Brier, Verification of forecasts expressed in terms of
 * probability, Monthly Weather Review 78, 1950); 0 is perfect. Beside it stands that of always expecting the item's mean
 * over the city, which a useful forecast must beat.
 */
public final class BackTest {

    /** Confidence is told apart in ten steps of equal width. */
    public static final int STEPS = 10;

    /** 既往测评 — a round of the past: when it began, what it saw at which sites, and what came out. */
    public record PastTest(
            UUID roundId,
            String name,
            Instant began,
            List<ObservationFacts> seen,
            Map<UUID, String> siteTypes,
            Tally found) {}

    /**
     * 回测结果 — one round. Scores in 10⁻⁹ per cent.
     *
     * @param brier of the forecast, {@code plainBrier} of the city's means, over {@code judged} items
     * @param steps for each tenth of predicted probability: items, sum of predictions, items that passed
     */
    public record Tested(
            UUID roundId,
            String name,
            Instant began,
            long mean,
            long low,
            long high,
            long found,
            boolean inside,
            double brier,
            double plainBrier,
            int judged,
            int known,
            List<Step> steps) {}

    /** 信心分档 — predictions between i/10 and (i+1)/10. */
    public record Step(int items, double predicted, int passed) {}

    private BackTest() {}

    /** @param inputs all that is known today; only what is older than the round is used */
    public static Tested of(ForecastInputs inputs, PastTest past, ForecastSettings settings, int threads) {
        ForecastInputs before = new ForecastInputs(
                inputs.edition(),
                inputs.population(),
                inputs.history(),
                inputs.mends(),
                List.of(),
                past.began().minusNanos(1));
        ForecastModel model = ModelFitting.fit(before, settings.halfLifeDays());
        ForecastSettings own = new ForecastSettings(
                drawnIn(past), settings.target(), settings.draws(), settings.seed(), settings.halfLifeDays());
        DrawnScores drawn = new Simulation(model, own).run(threads);
        long found = Math.round(past.found().got() / (double) past.found().judged() * ForecastSettings.HUNDRED);
        long low = drawn.percentile(0.05);
        long high = drawn.percentile(0.95);
        return judged(model, past, Math.round(drawn.mean()), low, high, found);
    }

    /** As many sites of each type as the round judged. */
    static SamplePlan drawnIn(PastTest past) {
        Map<String, Integer> sites = new TreeMap<>();
        past.seen().stream()
                .map(ObservationFacts::siteId)
                .distinct()
                .filter(past.siteTypes()::containsKey)
                .forEach(site -> sites.merge(past.siteTypes().get(site), 1, Integer::sum));
        return new SamplePlan(sites);
    }

    private static Tested judged(ForecastModel model, PastTest past, long mean, long low, long high, long found) {
        Map<UUID, Map<String, double[]>> expected = expected(model);
        double brier = 0;
        double plain = 0;
        int count = 0;
        int[] items = new int[STEPS];
        double[] predicted = new double[STEPS];
        int[] passed = new int[STEPS];
        for (ObservationFacts seen : past.seen()) {
            double[] own = expected.getOrDefault(seen.siteId(), Map.of()).get(seen.itemCode());
            if (own != null && seen.verdict() != Verdict.NOT_APPLICABLE) {
                double outcome = seen.verdict() == Verdict.FAIL ? 0 : 1;
                brier += (own[0] - outcome) * (own[0] - outcome);
                plain += (own[1] - outcome) * (own[1] - outcome);
                int step = Math.min((int) (own[0] * STEPS), STEPS - 1);
                items[step]++;
                predicted[step] += own[0];
                passed[step] += (int) outcome;
                count++;
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(new Step(items[i], predicted[i], passed[i]));
        }
        int least = Math.max(count, 1);
        return new Tested(
                past.roundId(),
                past.name(),
                past.began(),
                mean,
                low,
                high,
                found,
                low <= found && found <= high,
                brier / least,
                plain / least,
                count,
                model.observations(),
                steps);
    }

    /** Site → item → pass probability by the model, and mean over all sites. */
    private static Map<UUID, Map<String, double[]>> expected(ForecastModel model) {
        Map<UUID, Map<String, double[]>> expected = new HashMap<>();
        for (TypeModel type : model.types()) {
            for (int i = 0; i < type.items().size(); i++) {
                int item = i;
                double mean = type.sites().stream()
                        .mapToDouble(site -> site.pass()[item])
                        .average()
                        .orElse(0);
                for (SiteModel site : type.sites()) {
                    expected.computeIfAbsent(site.site().id(), id -> new HashMap<>())
                            .put(type.items().get(item).code(), new double[] {site.pass()[item], mean});
                }
            }
        }
        return expected;
    }
}
