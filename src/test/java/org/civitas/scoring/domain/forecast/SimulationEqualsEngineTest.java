package org.civitas.scoring.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.scoring.domain.GeneratedRounds;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.VisitRule;
import org.junit.jupiter.api.Test;

/** The quick way of the simulation gives what the engine of rounds gives, for every rule, on generated editions. */
class SimulationEqualsEngineTest {

    private static final int CASES = 400;

    private static final List<ItemOutcome> OUTCOMES = List.of(
            ItemOutcome.FAIL,
            new ItemOutcome(Verdict.FAIL, 3, null, null),
            new ItemOutcome(Verdict.FAIL, null, null, "C#"),
            new ItemOutcome(Verdict.FAIL, null, new BigDecimal("40"), null),
            new ItemOutcome(Verdict.PASS, null, new BigDecimal("60"), null),
            new ItemOutcome(Verdict.PASS, null, null, "B"),
            new ItemOutcome(Verdict.PASS, 0, null, null),
            ItemOutcome.PASS);

    @Test
    void a_draw_of_all_sites_with_certain_outcomes_scores_as_the_round_with_these_observations() {
        long seed = 20261121;
        for (int number = 0; number < CASES; number++) {
            Random random = new Random(seed + number);
            RoundInputs round = GeneratedRounds.next(random);
            List<ObservationFacts> observations = new ArrayList<>();
            ForecastModel model = certain(round, random, observations);
            RoundResult engine = RoundScoring.compute(
                    new RoundInputs(round.edition(), VisitRule.LATEST, round.sites(), observations));
            Map<String, Integer> all = new TreeMap<>();
            model.types().forEach(type -> all.put(type.typeCode(), 99));

            DrawnScores drawn = new Simulation(model, SimulationTest.settings(new SamplePlan(all), 100, number)).run(1);

            long judged = engine.total().judged();
            double expected = judged == 0 ? 0 : engine.total().got() / (double) judged * ForecastSettings.HUNDRED;
            double rounding = 2 + 100.0 * engine.requirements().size() * 1e9 / leastJudged(engine);
            assertThat((double) drawn.scores()[0])
                    .as("case with seed " + (seed + number))
                    .isCloseTo(expected, within(rounding));
            assertThat(drawn.scores()).containsOnly(drawn.scores()[0]);
        }
    }

    /** The engine rounds at the points of a requirement; where methods have weights a small one counts for much. */
    private static long leastJudged(RoundResult engine) {
        return engine.requirements().values().stream()
                .mapToLong(tally -> tally.judged())
                .filter(points -> points > 0)
                .min()
                .orElse(1_000_000_000L);
    }

    private static ForecastModel certain(RoundInputs round, Random random, List<ObservationFacts> observations) {
        Map<String, List<ItemModel>> items = new TreeMap<>();
        round.edition().items().values().stream()
                .sorted(java.util.Comparator.comparing(item -> item.code()))
                .forEach(item -> items.computeIfAbsent(item.typeCode(), t -> new ArrayList<>())
                        .add(new ItemModel(item.code(), OUTCOMES)));
        Map<String, List<SiteModel>> sites = new HashMap<>();
        for (SiteFacts site : round.sites()) {
            List<ItemModel> own = items.getOrDefault(site.typeCode(), List.of());
            sites.computeIfAbsent(site.typeCode(), t -> new ArrayList<>())
                    .add(certain(site, own, random, observations));
        }
        List<TypeModel> types = new ArrayList<>();
        items.forEach((type, own) -> types.add(new TypeModel(type, own, sites.getOrDefault(type, List.of()))));
        return new ForecastModel(round.edition(), types, List.of(), Correlation.USUAL, 0);
    }

    private static SiteModel certain(
            SiteFacts site, List<ItemModel> items, Random random, List<ObservationFacts> observations) {
        double[] absent = new double[items.size()];
        double[][] bounds = new double[items.size()][OUTCOMES.size() - 1];
        for (int i = 0; i < items.size(); i++) {
            absent[i] = random.nextInt(4) == 0 ? 1 : 0;
            int place = random.nextInt(OUTCOMES.size());
            for (int o = 0; o < bounds[i].length; o++) {
                bounds[i][o] = o < place ? -1e9 : 1e9;
            }
            ItemOutcome outcome = OUTCOMES.get(place);
            observations.add(new ObservationFacts(
                    new UUID(random.nextLong(), i),
                    new UUID(0, 9),
                    Instant.EPOCH,
                    site.id(),
                    items.get(i).code(),
                    absent[i] == 1 ? Verdict.NOT_APPLICABLE : outcome.verdict(),
                    outcome.count(),
                    outcome.figure(),
                    outcome.grade(),
                    List.of(),
                    null));
        }
        return new SiteModel(site, absent, new double[items.size()], bounds, 0.3, 0.1, 0, 1, 1);
    }
}
